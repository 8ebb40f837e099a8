export type * from './size-report';
export { groupKey } from './size-report';
export { formatBytes, formatChange, formatShare } from './format';
export { fill, texts, type ReportLanguage } from './texts';
