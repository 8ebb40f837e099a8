import { describe, expect, it } from 'vitest';
import { createTerminal } from '../../source/bin/terminal';
import { describeTransfer, startMeter } from '../../source/delivery';

describe('the bar on a terminal', () => {
    it('shows bytes, rate and time left in the terminal\'s width, and goes when all is done', () => {
        let shown = '';
        const terminal = createTerminal({ write: () => undefined }, { isTTY: true, columns: 80, write: (text: string) => (shown += text) });
        const text = describeTransfer({ doneBytes: 5_000_000, totalBytes: 10_000_000, bytesPerSecond: 2_500_000, secondsLeft: 2 }, 'en');
        terminal.progress({ done: 5_000_000, total: 10_000_000, label: 'upload', text });
        expect(shown).toBe(`\r\x1b[K[${'█'.repeat(14)}${'·'.repeat(14)}] 5.0 / 10.0 MB, 2.5 MB/s, 0:02 left`);
        terminal.progress({ done: 10, total: 10, label: 'upload', text: '' });
        expect(shown.endsWith('\r\x1b[K')).toBe(true);
    });
});

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
