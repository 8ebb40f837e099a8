import { createProblem, type BuildProblem } from '../problems';
import type { AlipayOptions } from './alipay-options';
import type { OptionHost } from './row';

/** What the options cannot know: how this build runs and what it found. */
export interface BuildFacts {
    readonly host: OptionHost;
    readonly debug: boolean;
    /** Names of the bundles that are loaded from the resource server. */
    readonly remoteBundles: readonly string[];
    /** The host's common option, where it is known. */
    readonly nativeCodeBundleMode?: string | undefined;
}

/** Problems between the options and what is built. Pure; run it before anything is written. */
export function validateAgainstBuild(options: AlipayOptions, facts: BuildFacts): BuildProblem[] {
    const problems: BuildProblem[] = [];
    if (facts.remoteBundles.length > 0 && options.remoteUrl === '' && !options.allowMissingRemoteUrl) {
        problems.push(createProblem('AMG117', 'remoteUrl', { bundles: facts.remoteBundles.join(', ') }, facts.debug ? 'warning' : 'error'));
    }
    // The engine's Feature.WASM is false on Alipay: only the asm.js twin of native code is ever loaded (platform facts 2.8).
    if (facts.nativeCodeBundleMode === 'wasm') problems.push(createProblem('AMG118', 'nativeCodeBundleMode', {}));
    return problems;
}
