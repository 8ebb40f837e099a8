import type { NetworkConditions } from '../protocol';
import type { TextKey } from './texts';

/** Lines to choose from; figures in the middle of what players of such lines measure. */
export const networks: Readonly<Record<string, { readonly label: TextKey; readonly conditions: NetworkConditions }>> = {
    fast: { label: 'networkFast', conditions: { online: true, latencyMs: 0, bytesPerSecond: undefined, kind: 'WIFI' } },
    '4g': { label: 'network4g', conditions: { online: true, latencyMs: 60, bytesPerSecond: 1_500_000, kind: '4G' } },
    '3g': { label: 'network3g', conditions: { online: true, latencyMs: 200, bytesPerSecond: 200_000, kind: '3G' } },
    '2g': { label: 'network2g', conditions: { online: true, latencyMs: 600, bytesPerSecond: 30_000, kind: '2G' } },
    off: { label: 'networkOff', conditions: { online: false, latencyMs: 0, bytesPerSecond: undefined, kind: 'NOTREACHABLE' } },
};
