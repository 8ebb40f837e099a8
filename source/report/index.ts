export { reportBuild } from './report-build';
export { renderTerminal } from './render-terminal';
export { reportDirectoryOf, writeReport, type ReportRequest, type WrittenReport } from './write-report';
export type { SizeReport } from './model';
