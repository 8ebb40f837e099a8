// The subpackage: paper lanterns that rise over the lake, one more wherever a finger touches.
import type { Colour, Painter } from 'cc';
import type { Visitor } from './night';

interface Lantern {
    x: number;
    y: number;
    readonly size: number;
    readonly sway: number;
    readonly speed: number;
    readonly born: number;
}

interface Spark {
    x: number;
    y: number;
    readonly vx: number;
    vy: number;
    readonly born: number;
}

const maxLanterns = 44;
const sparkSeconds = 1.5;
const sparksPerTouch = 22;

class Lanterns implements Visitor {
    readonly behind = false;
    private readonly lanterns: Lantern[] = [];
    private sparks: Spark[] = [];
    private before = 0;

    draw(painter: Painter, seconds: number, shore: number): void {
        if (this.lanterns.length === 0) this.settle(seconds, shore, painter.height);
        const step = Math.min(0.05, Math.max(0, seconds - this.before));
        this.before = seconds;
        const ordered = this.lanterns.sort((one, other) => one.size - other.size);
        for (const lantern of ordered) {
            lantern.y += lantern.speed * step;
            if (lantern.y > painter.height + 0.2) lantern.y = shore * 0.8;
            this.drawReflection(painter, lantern, seconds, shore);
        }
        for (const lantern of ordered) this.drawLantern(painter, lantern, seconds, painter.height);
        this.drawSparks(painter, seconds, step);
    }

    touch(x: number, y: number, seconds: number): void {
        if (this.lanterns.length >= maxLanterns) this.lanterns.shift();
        this.lanterns.push(makeLantern(x, y, 0.05 + Math.random() * 0.025, seconds));
        for (let spark = 0; spark < sparksPerTouch; spark += 1) {
            const angle = (spark / sparksPerTouch) * Math.PI * 2 + Math.random() * 0.4;
            const speed = 0.06 + Math.random() * 0.2;
            this.sparks.push({ x, y, vx: Math.cos(angle) * speed, vy: Math.sin(angle) * speed + 0.06, born: seconds });
        }
    }

    /** The first lanterns are already on their way, spread over the sky. */
    private settle(seconds: number, shore: number, top: number): void {
        for (let index = 0; index < 17; index += 1) {
            const depth = ((index * 7) % 17) / 17;
            // Steps of the plastic number: spread evenly, yet in no row.
            const x = 0.06 + ((index * 0.7549 + 0.3) % 1) * 0.88;
            const y = shore + 0.08 + (top - shore) * 0.92 * ((index * 0.5698 + 0.1) % 1);
            this.lanterns.push(makeLantern(x, y, 0.014 + depth * depth * 0.05, seconds - index));
        }
        this.before = seconds;
    }

    private drawLantern(painter: Painter, lantern: Lantern, seconds: number, top: number): void {
        const { size } = lantern;
        const x = swayed(lantern, seconds);
        const fade = Math.min(1, (seconds - lantern.born) * 3) * Math.min(1, Math.max(0, (top + 0.2 - lantern.y) * 6));
        const flicker = 0.86 + 0.14 * Math.sin(seconds * 7 + lantern.sway * 40) * Math.sin(seconds * 3.3 + lantern.sway * 9);
        painter.light(x, lantern.y, size * 3.4, [1, 0.55, 0.2, 0.34 * fade * flicker]);
        const paper: Colour = [1, 0.42, 0.17, 0.96 * fade];
        const bright: Colour = [1, 0.78 * flicker + 0.1, 0.4, 0.98 * fade];
        const shade: Colour = [0.8, 0.2, 0.12, 0.96 * fade];
        const bottom = lantern.y - size;
        const waist = lantern.y + size * 0.5;
        const crown = lantern.y + size * 1.05;
        painter.patch([x - size * 0.5, bottom, x + size * 0.5, bottom, x + size * 0.82, waist, x - size * 0.82, waist], bright, paper);
        painter.patch([x - size * 0.82, waist, x + size * 0.82, waist, x + size * 0.5, crown, x - size * 0.5, crown], paper, shade);
        painter.patch([x - size * 0.5, bottom - size * 0.12, x + size * 0.5, bottom - size * 0.12, x + size * 0.5, bottom, x - size * 0.5, bottom], [0.35, 0.1, 0.06, fade], [0.5, 0.16, 0.08, fade]);
        painter.light(x, bottom + size * 0.45, size * 0.85, [1, 0.95, 0.7, 0.85 * fade * flicker]);
    }

    private drawReflection(painter: Painter, lantern: Lantern, seconds: number, shore: number): void {
        const y = shore - (lantern.y - shore) * 0.42;
        if (lantern.y < shore || y < 0) return;
        const fade = Math.max(0, 1 - (lantern.y - shore) / 1.6);
        const x = swayed(lantern, seconds) + Math.sin(seconds * 2 + y * 30) * 0.004;
        painter.light(x, y, lantern.size * 1.1, [1, 0.55, 0.25, 0.34 * fade], lantern.size * 2.6);
        painter.light(x, y, lantern.size * 2.4, [1, 0.6, 0.3, 0.2 * fade], lantern.size * 0.5);
    }

    private drawSparks(painter: Painter, seconds: number, step: number): void {
        this.sparks = this.sparks.filter(({ born }) => seconds - born < sparkSeconds);
        for (const spark of this.sparks) {
            spark.x += spark.vx * step;
            spark.y += spark.vy * step;
            spark.vy -= 0.16 * step;
            const left = 1 - (seconds - spark.born) / sparkSeconds;
            painter.light(spark.x, spark.y, 0.004 + 0.011 * left, [1, 0.75 + 0.2 * left, 0.45, left]);
        }
    }
}

function makeLantern(x: number, y: number, size: number, born: number): Lantern {
    return { x, y, size, sway: Math.random() * 6, speed: 0.012 + size * 0.55, born };
}

function swayed({ x, sway, size }: Lantern, seconds: number): number {
    return x + Math.sin(seconds * 0.5 + sway) * (0.01 + size * 0.3);
}

export const visitor = new Lanterns();
