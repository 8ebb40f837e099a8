import { describe, expect, it } from 'vitest';
import { hasErrors } from '../../source/problems';
import type { PreviewReport } from '../../source/simulator/protocol';
import { judgeReport } from '../../source/simulator/verdict';

const good: PreviewReport = {
    title: 'lanterns', profile: 'android', device: 'Pixel 8', webgl2: false, seconds: 8, firstPictureMs: 200, firstFrameMs: 400, blankPicture: false,
    frames: { count: 400, medianMs: 16.7, p95Ms: 17, slowestMs: 40, workMedianMs: 2 },
    failures: [], calls: { total: 10, beforeFirstFrame: 6, failed: [], byApi: {} }, probes: ['getSharedCanvas'], unknownCalls: [], console: [], consoleErrors: [], userFiles: { count: 0, bytes: 0 },
};

describe('judgeReport', () => {
    it('passes a game that drew, whatever it probed', () => {
        expect(judgeReport(good)).toEqual([]);
    });

    it('names each failure once, with its place', () => {
        const uncaught = { kind: 'uncaught', message: 'TypeError: x is not a function', stack: 'TypeError: x is not a function\n    at update (src/main.js:12:5)\n    at game.js:1:1' } as const;
        const problems = judgeReport({
            ...good,
            failures: [
                uncaught, uncaught,
                { kind: 'missing-file', file: 'assets/a.png', asker: 'createImage' },
                { kind: 'missing-remote-file', file: 'https://cdn.example/remote/far/a.png', folderIsServed: true },
                { kind: 'no-answer', seconds: 10 },
                { kind: 'missing-api', name: 'my.getWindowInfo', why: 'client', stack: 'at game.js:3:4' },
            ],
        });
        expect(problems.map(({ code, where }) => [code, where])).toEqual([['AMG660', 'src/main.js:12:5'], ['AMG661', 'assets/a.png'], ['AMG661', 'https://cdn.example/remote/far/a.png'], ['AMG664', 'game.js'], ['AMG662', 'game.js:3:4']]);
    });

    it('proposes the name that was meant, and none for a name of another platform', () => {
        const failures = ['my.shwoToast', 'my.getSharedCanvas', 'FileSystemManager.truncate'].map((name) => ({ kind: 'missing-api', why: 'no-such-name', name, stack: '' } as const));
        const problems = judgeReport({ ...good, failures });
        expect(problems.map(({ code, values }) => [code, values['name'], values['closest']])).toEqual([
            ['AMG668', 'my.shwoToast', 'my.showToast'], ['AMG666', 'my.getSharedCanvas', undefined], ['AMG666', 'FileSystemManager.truncate', undefined],
        ]);
    });

    it('only warns of calls that it does not act out', () => {
        const problems = judgeReport({ ...good, unknownCalls: ['my.tradePay'] });
        expect(problems.map(({ code, level, where }) => [code, level, where])).toEqual([['AMG667', 'warning', 'my.tradePay']]);
        expect(hasErrors(problems)).toBe(false);
    });

    it('takes errors on the console for failures where it is asked to, each once, and no uncaught one twice', () => {
        const line = (text: string) => ({ level: 'error', text, at: 0 } as const);
        const report: PreviewReport = {
            ...good,
            failures: [{ kind: 'uncaught', message: 'TypeError: x', stack: 'at game.js:1:2' }],
            consoleErrors: [line('bad\n    at src/a.js:3:4'), line('bad\n    at src/a.js:3:4'), line('TypeError: x\n    at game.js:1:2')],
        };
        expect(judgeReport(report).map(({ code }) => code)).toEqual(['AMG660']);
        expect(judgeReport(report, { console: true }).map(({ code, where, values }) => [code, where, values['message']])).toEqual([
            ['AMG660', 'game.js:1:2', 'TypeError: x'], ['AMG665', 'src/a.js:3:4', 'bad'],
        ]);
    });

    it('fails a game that drew nothing', () => {
        expect(judgeReport({ ...good, firstFrameMs: null }).map(({ code }) => code)).toEqual(['AMG663']);
    });
});
