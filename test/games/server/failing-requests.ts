import type { PreviewSettings } from '../../../source/simulator';

type PlannedFault = NonNullable<PreviewSettings['faults']>[number];

/** Calls of a run that are drawn; what comes later succeeds. */
const drawnCalls = 2_000;

/** A share of all requests fails, always the same ones for a seed. */
export function planFailingRequests(seed: number, share: number): readonly PlannedFault[] {
    const draw = createRandom(seed);
    return ['downloadFile', 'request'].flatMap((api) => Array.from({ length: drawnCalls }, (_, index) => index + 1)
        .filter(() => draw() < share)
        .map((at) => ({ api, at, kind: 'fail' }) as const));
}

/** Numbers from 0 to 1 that are the same on every machine (Park and Miller's generator). */
function createRandom(seed: number): () => number {
    let state = seed % 2_147_483_646 + 1;
    return () => {
        state = (state * 48_271) % 2_147_483_647;
        return (state - 1) / 2_147_483_646;
    };
}
