import type { Language } from '../problems';
import type { DeliveryProgress } from './deliver';

/** How far a transfer is, and how fast. */
export interface Transfer extends DeliveryProgress {
    readonly bytesPerSecond: number;
    /** Undefined while nothing moves. */
    readonly secondsLeft: number | undefined;
}

export interface TransferMeter {
    /** Takes the progress at a moment, in milliseconds of a clock that only goes forward. */
    measure(progress: DeliveryProgress, now: number): Transfer;
}

/** The rate is that of the last seconds, so that a stall or a faster network shows soon. */
const windowMs = 5_000;

/** @param now the moment the transfer began. */
export function startMeter(now: number): TransferMeter {
    let points: readonly { readonly now: number; readonly bytes: number }[] = [{ now, bytes: 0 }];
    return {
        measure({ doneBytes, totalBytes }, moment) {
            const recent = points.filter((point) => moment - point.now <= windowMs);
            const from = recent[0] ?? points[points.length - 1];
            points = [...recent, { now: moment, bytes: doneBytes }];
            const elapsed = moment - (from?.now ?? moment);
            const bytesPerSecond = elapsed <= 0 ? 0 : Math.max(0, (doneBytes - (from?.bytes ?? 0)) / elapsed) * 1000;
            return { doneBytes, totalBytes, bytesPerSecond, secondsLeft: bytesPerSecond === 0 ? undefined : (totalBytes - doneBytes) / bytesPerSecond };
        },
    };
}

/** `12.3 / 45.6 MB, 3.2 MB/s, 0:11 left` */
export function describeTransfer({ doneBytes, totalBytes, bytesPerSecond, secondsLeft }: Transfer, language: Language): string {
    const left = secondsLeft === undefined ? '–' : clockTime(Math.ceil(secondsLeft));
    const sizes = `${megabytes(doneBytes)} / ${megabytes(totalBytes)} MB, ${megabytes(bytesPerSecond)} MB/s`;
    return { en: `${sizes}, ${left} left`, zh: `${sizes}，剩余 ${left}` }[language];
}

function megabytes(bytes: number): string {
    return (bytes / 1_000_000).toFixed(1);
}

function clockTime(seconds: number): string {
    const two = (value: number): string => String(value).padStart(2, '0');
    const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
