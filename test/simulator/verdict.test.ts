import { describe, expect, it } from 'vitest';
import type { PreviewReport } from '../../source/simulator/protocol';
import { judgeReport } from '../../source/simulator/verdict';

const good: PreviewReport = {
    title: 'lanterns', profile: 'android', device: 'Pixel 8', webgl2: false, seconds: 8, firstPictureMs: 200, firstFrameMs: 400, blankPicture: false,
    frames: { count: 400, medianMs: 16.7, p95Ms: 17, slowestMs: 40, workMedianMs: 2 },
    failures: [], calls: { total: 10, failed: [], byApi: {} }, probes: ['getSharedCanvas'], console: [], userFiles: { count: 0, bytes: 0 },
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
                { kind: 'missing-api', name: 'my.getWindowInfo', stack: 'at game.js:3:4' },
            ],
        });
        expect(problems.map(({ code, where }) => [code, where])).toEqual([['AMG660', 'src/main.js:12:5'], ['AMG661', 'assets/a.png'], ['AMG661', 'https://cdn.example/remote/far/a.png'], ['AMG664', 'game.js'], ['AMG662', 'game.js:3:4']]);
    });

    it('fails a game that drew nothing', () => {
        expect(judgeReport({ ...good, firstFrameMs: null }).map(({ code }) => code)).toEqual(['AMG663']);
    });
});
