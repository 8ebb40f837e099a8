export { findBrowser, openInBrowser } from './browser';
export { startPreview, type Preview, type PreviewSetup } from './preview';
export type { PreviewReport, PreviewSettings } from './protocol';
export { judgeReport } from './verdict';
