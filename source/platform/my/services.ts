import type { Callbacks, Listener, MyFailure } from './calls';

export interface ShareMessage {
    readonly title?: string;
    readonly desc?: string;
    readonly imageUrl?: string;
    readonly path?: string;
}

export interface RewardedAd {
    load(): Promise<void>;
    show(): Promise<void>;
    onLoad(listener: () => void): void;
    offLoad(listener?: () => void): void;
    onError(listener: Listener<MyFailure>): void;
    offError(listener?: Listener<MyFailure>): void;
    onClose(listener: Listener<{ readonly isEnded: boolean }>): void;
    offClose(listener?: Listener<{ readonly isEnded: boolean }>): void;
}

/** Sharing, sign-in, ads, payment. */
export interface ServiceCalls {
    /** A property that the game assigns, not a function that it calls [3.9]. */
    onShareAppMessage?: (() => ShareMessage) | undefined;
    showSharePanel?(options?: Callbacks): void;
    getAuthCode?(options: { scopes?: string | readonly string[] } & Callbacks<{ readonly authCode: string }>): void;
    createRewardedAd?(options: { adUnitId: string }): RewardedAd;
    requestGamePayment?(options: object & Callbacks): void;
}
