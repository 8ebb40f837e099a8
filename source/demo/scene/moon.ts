// The remote bundle: the moon, whose picture comes from the resource server.
import { game, type Bundle, type Painter, type Picture } from 'cc';
import type { Visitor } from './night';

const radius = 0.115;

class Moon implements Visitor {
    readonly behind = true;
    private face: Picture | undefined;
    private since: number | undefined;

    async open(bundle: Bundle): Promise<void> {
        this.face = await game.loadPicture(bundle, 'native/6d/6d6f6f6e-0001-4000-8000-000000000001.png');
    }

    draw(painter: Painter, seconds: number, shore: number): void {
        if (!this.face) return;
        this.since ??= seconds;
        const risen = 1 - Math.exp(-(seconds - this.since) * 1.4);
        const x = 0.72;
        const y = shore + (painter.height - shore) * (0.42 + 0.22 * risen) + Math.sin(seconds * 0.2) * 0.004;
        painter.light(x, y, radius * 4.6, [1, 0.86, 0.7, 0.34 * risen]);
        painter.light(x, y, radius * 2.1, [1, 0.93, 0.82, 0.6 * risen]);
        painter.image(this.face, x, y, radius, radius, [1, 0.98, 0.93, risen]);
    }
}

export const visitor = new Moon();
