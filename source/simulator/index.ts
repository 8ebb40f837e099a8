export { findBrowser, openInBrowser } from './browser';
export { startPreview, type Preview, type PreviewSetup } from './preview';
export { deviceNames, type PreviewReport, type PreviewSettings } from './protocol';
export { judgeReport } from './verdict';
