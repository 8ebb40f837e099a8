import { describe, expect, it } from 'vitest';
import { describeTransfer, startMeter } from '../../source/delivery';

describe('the meter of a transfer', () => {
    it('tells bytes, rate and time left', () => {
        const meter = startMeter(0);
        meter.measure({ doneBytes: 1_000_000, totalBytes: 10_000_000 }, 1_000);
        const transfer = meter.measure({ doneBytes: 2_000_000, totalBytes: 10_000_000 }, 2_000);
        expect(transfer).toMatchObject({ bytesPerSecond: 1_000_000, secondsLeft: 8 });
        expect(describeTransfer(transfer, 'en')).toBe('2.0 / 10.0 MB, 1.0 MB/s, 0:08 left');
        expect(describeTransfer({ ...transfer, secondsLeft: 3_725 }, 'zh')).toBe('2.0 / 10.0 MB, 1.0 MB/s，剩余 1:02:05');
    });

    it('forgets a rate of long ago, and knows no time left while nothing moves or bytes are taken back', () => {
        const meter = startMeter(0);
        meter.measure({ doneBytes: 9_000_000, totalBytes: 10_000_000 }, 1_000);
        expect(meter.measure({ doneBytes: 9_000_000, totalBytes: 10_000_000 }, 20_000).secondsLeft).toBeUndefined();
        const back = meter.measure({ doneBytes: 8_000_000, totalBytes: 10_000_000 }, 21_000);
        expect(back).toMatchObject({ bytesPerSecond: 0, secondsLeft: undefined });
        expect(describeTransfer(back, 'en')).toBe('8.0 / 10.0 MB, 0.0 MB/s, – left');
    });
});
