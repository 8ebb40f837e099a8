import type { Callbacks } from './calls';

/** Clipboard, vibration, dialogs. */
export interface InterfaceCalls {
    setClipboard?(options: { text: string } & Callbacks): void;
    getClipboard?(options: Callbacks<{ readonly text: string }>): void;
    vibrate?(options?: Callbacks): void;
    vibrateShort?(options?: { type?: 'heavy' | 'medium' | 'light' | undefined } & Callbacks): void;
    vibrateLong?(options?: Callbacks): void;

    alert?(options: { title?: string; content?: string; buttonText?: string } & Callbacks): void;
    confirm?(options: { title?: string; content?: string; confirmButtonText?: string; cancelButtonText?: string } & Callbacks<{ readonly confirm: boolean }>): void;
    showToast?(options: { content?: string; type?: string; duration?: number } & Callbacks): void;
    hideToast?(options?: Callbacks): void;
    showLoading?(options?: { content?: string; delay?: number } & Callbacks): void;
    hideLoading?(options?: Callbacks): void;
}
