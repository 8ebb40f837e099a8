// The main bundle: a lake between hills at nightfall. The lanterns and the moon arrive later, as bundles of their own.
import { game, type Bundle, type Colour, type Painter, type Picture, type Scene } from 'cc';

/** What a bundle of this demo may export to take part in the scene. */
export interface Visitor {
    /** @param shore the height of the far shore, in screen widths. */
    draw(painter: Painter, seconds: number, shore: number): void;
    touch?(x: number, y: number, seconds: number): void;
    /** Behind the hills, or in front of them. */
    readonly behind: boolean;
    /** Fetches what the visitor needs from its bundle. */
    open?(bundle: Bundle): Promise<void>;
}

interface Ripple {
    readonly x: number;
    readonly y: number;
    readonly since: number;
}

const nightTop: Colour = [0.035, 0.047, 0.14, 1];
const nightMiddle: Colour = [0.13, 0.13, 0.34, 1];
const nightGlow: Colour = [0.48, 0.27, 0.42, 1];
const horizon: Colour = [0.93, 0.55, 0.42, 1];
const lakeNear: Colour = [0.02, 0.035, 0.1, 1];
const lakeFar: Colour = [0.42, 0.27, 0.4, 1];

/** From the farthest to the nearest: height over the shore and roughness in screen widths, the drift a second, two colours. */
const hills: readonly { readonly height: number; readonly rough: number; readonly drift: number; readonly foot: Colour; readonly crest: Colour }[] = [
    { height: 0.3, rough: 0.13, drift: 0.0016, foot: [0.72, 0.42, 0.44, 1], crest: [0.34, 0.24, 0.42, 1] },
    { height: 0.19, rough: 0.11, drift: 0.003, foot: [0.5, 0.3, 0.42, 1], crest: [0.21, 0.17, 0.35, 1] },
    { height: 0.095, rough: 0.075, drift: 0.0052, foot: [0.27, 0.18, 0.33, 1], crest: [0.11, 0.1, 0.24, 1] },
];
const hillSegments = 72;
const starCount = 90;
const rippleSeconds = 2.4;

/** A number from 0 to 1 that is always the same for the same seed. */
function scatter(seed: number): number {
    const value = Math.sin(seed * 127.1 + 311.7) * 43758.5453;
    return value - Math.floor(value);
}

function ridge(x: number, layer: number): number {
    return (
        0.5 +
        0.26 * Math.sin(x * 5.1 + layer * 4.3) +
        0.15 * Math.sin(x * 11.7 + layer * 1.9) +
        0.07 * Math.sin(x * 23.3 + layer * 7.1) +
        0.03 * Math.sin(x * 51.9 + layer * 2.7)
    );
}

class Night implements Scene {
    private readonly visitors: Visitor[] = [];
    private ripples: Ripple[] = [];
    private seconds = 0;
    private hint: Picture | null | undefined;
    private hintUntil = Number.POSITIVE_INFINITY;

    draw(painter: Painter, seconds: number): void {
        this.seconds = seconds;
        const shore = painter.height * 0.34;
        this.drawSky(painter, shore);
        for (const visitor of this.visitors) if (visitor.behind) visitor.draw(painter, seconds, shore);
        this.drawHills(painter, shore);
        this.drawLake(painter, shore);
        for (const visitor of this.visitors) if (!visitor.behind) visitor.draw(painter, seconds, shore);
        this.drawRipples(painter, shore);
        this.drawHint(painter);
    }

    touch(x: number, y: number, moved: boolean): void {
        const last = this.ripples[this.ripples.length - 1];
        if (moved && last && Math.hypot(last.x - x, last.y - y) < 0.06) return;
        this.ripples.push({ x, y, since: this.seconds });
        this.hintUntil = Math.min(this.hintUntil, this.seconds + 0.8);
        for (const visitor of this.visitors) visitor.touch?.(x, y, this.seconds);
    }

    async join(bundle: Bundle): Promise<void> {
        const visitor = bundle.exports['visitor'] as Visitor;
        await visitor.open?.(bundle);
        this.visitors.push(visitor);
    }

    private drawSky(painter: Painter, shore: number): void {
        const top = painter.height;
        const middle = shore + (top - shore) * 0.5;
        const low = shore + (top - shore) * 0.2;
        painter.patch([0, middle, 1, middle, 1, top, 0, top], nightMiddle, nightTop);
        painter.patch([0, low, 1, low, 1, middle, 0, middle], nightGlow, nightMiddle);
        painter.patch([0, shore, 1, shore, 1, low, 0, low], horizon, nightGlow);
        for (let star = 0; star < starCount; star += 1) {
            const y = low + scatter(star + 0.5) * (top - low);
            const twinkle = 0.45 + 0.4 * Math.sin(this.seconds * (0.6 + scatter(star * 3) * 1.8) + star);
            const fade = Math.min(1, (y - low) / (top - low) + 0.15);
            painter.light(scatter(star), y, 0.004 + 0.006 * scatter(star * 7), [1, 0.95, 0.88, twinkle * fade]);
        }
    }

    private drawHills(painter: Painter, shore: number): void {
        hills.forEach(({ height, rough, drift, foot, crest }, layer) => {
            const crestAt = (x: number) => shore + height - rough + rough * 1.6 * ridge(x + this.seconds * drift, layer);
            for (let segment = 0; segment < hillSegments; segment += 1) {
                const left = segment / hillSegments;
                const right = (segment + 1) / hillSegments;
                painter.patch([left, shore, right, shore, right, crestAt(right), left, crestAt(left)], foot, crest);
            }
        });
    }

    private drawLake(painter: Painter, shore: number): void {
        painter.patch([0, 0, 1, 0, 1, shore, 0, shore], lakeNear, lakeFar);
        painter.light(0.5, shore, 0.75, [1, 0.65, 0.5, 0.5], 0.035);
        for (let glint = 0; glint < 46; glint += 1) {
            const depth = scatter(glint * 1.7);
            const x = (scatter(glint * 5.3) + this.seconds * 0.008 * (1 + depth)) % 1.2 - 0.1;
            const shimmer = 0.5 + 0.5 * Math.sin(this.seconds * (0.8 + scatter(glint)) + glint * 2.1);
            painter.light(x, shore * (1 - depth * depth * 0.96) - 0.006, 0.05 + depth * 0.1, [0.95, 0.72, 0.66, 0.17 * shimmer], 0.002 + depth * 0.004);
        }
    }

    private drawRipples(painter: Painter, shore: number): void {
        this.ripples = this.ripples.filter(({ since }) => this.seconds - since < rippleSeconds);
        for (const { x, y, since } of this.ripples) {
            const age = (this.seconds - since) / rippleSeconds;
            const flat = y < shore ? 0.34 : 1;
            for (let ring = 0; ring < 3; ring += 1) {
                const grown = age * 1.3 - ring * 0.16;
                if (grown <= 0 || grown >= 1) continue;
                const radius = 0.02 + grown * 0.16;
                painter.ring(x, y, radius, [1, 0.9, 0.75, 0.5 * (1 - grown) * (1 - grown)], radius * flat);
            }
        }
    }

    private drawHint(painter: Painter): void {
        this.hint ??= game.makeText((navigator.language || '').startsWith('zh') ? '轻触夜空，放飞一盏灯' : 'touch the night, let a lantern go', 40);
        if (!this.hint) return;
        const strength = Math.max(0, Math.min(1, this.seconds - 1, (this.hintUntil - this.seconds) / 0.8)) * (0.5 + 0.12 * Math.sin(this.seconds * 2));
        const halfWidth = Math.min(0.4, (this.hint.width / this.hint.height) * 0.026);
        painter.image(this.hint, 0.5, 0.12, halfWidth, (halfWidth * this.hint.height) / this.hint.width, [1, 0.93, 0.85, strength]);
    }
}

export const scene = new Night();
