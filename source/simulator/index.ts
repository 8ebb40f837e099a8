export { findLastBuild } from './last-build';
export { openPreview, usualPort, type OpenPreviewSetup } from './open-preview';
export { startPreview, type Preview, type PreviewSetup } from './preview';
export { deviceNames, lightDisplay, type PreviewReport, type PreviewSettings } from './protocol';
export { parseProbeResult, readProfile } from './probe-result/read-profile';
export { judgeReport, type Strictness } from './verdict';
