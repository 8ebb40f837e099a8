import { hierarchy, treemap, treemapSquarify, type HierarchyRectangularNode } from 'd3-hierarchy';
import { fill, formatBytes, formatShare } from '../model';
import { element } from './element';
import { selectShown, type Box, type ShownBox } from './tree';
import type { Words } from './words';

const labelHeight = 22;
const gap = 2;
/** Neighbours of one colour are told apart by how light they are. */
const shades = 4;
const shadeStep = 6;
/** A box smaller than this shows no label. */
const leastLabel = { width: 46, height: 18 };
const leastSizeLabel = { width: 64, height: 36 };

/** The map: it shows a box's children and, in them, their children. Boxes are buttons, in the order of their size. */
export interface Treemap {
    readonly view: HTMLElement;
    show(root: Box): void;
    /** Goes into the child of this label, as a click on it would. */
    enter(label: string): void;
}

export function createTreemap(words: Words): Treemap {
    const board = element('div', { class: 'map-board' });
    const trail = element('nav', { class: 'map-trail', 'aria-label': words.map });
    const detail = element('p', { class: 'map-detail', 'aria-live': 'polite' }, words.mapHelp);
    const view = element('div', { class: 'map' }, trail, board, detail);
    let path: Box[] = [];

    const go = (next: Box[], focus: boolean): void => {
        path = next;
        draw();
        if (focus) (board.querySelector<HTMLElement>('button') ?? trail.querySelector<HTMLElement>('button'))?.focus();
    };
    const draw = (): void => {
        const current = path[path.length - 1];
        if (current === undefined) return;
        trail.replaceChildren(...path.map((box, index) => {
            const isLast = index === path.length - 1;
            const step = element('button', { type: 'button', 'aria-current': isLast ? 'page' : undefined }, `${box.label} · ${formatBytes(box.value)}`);
            step.addEventListener('click', () => go(path.slice(0, index + 1), true));
            return step;
        }));
        const { width, height } = { width: board.clientWidth, height: board.clientHeight };
        if (width === 0) return;
        board.replaceChildren(...layOut(current, width, height, words).map((node) => drawBox(node, current)));
    };
    const drawBox = (node: HierarchyRectangularNode<ShownBox>, current: Box): HTMLElement => {
        const { label, colour, value } = node.data.box;
        const shade = (node.parent?.children ?? []).indexOf(node) % shades;
        const [width, height] = [node.x1 - node.x0, node.y1 - node.y0];
        const isParent = node.depth === 1 && (node.children?.length ?? 0) > 0;
        const size = formatBytes(value);
        const cell = element('button', { type: 'button', class: isParent ? 'cell parent' : 'cell', 'data-colour': colour, 'aria-label': `${label}, ${size}, ${fill(words.ofWhole, { share: formatShare(value, current.value) })}` });
        const hasLabel = width >= leastLabel.width && height >= leastLabel.height;
        if (isParent || hasLabel) cell.append(element('span', { class: 'name' }, label));
        if (isParent ? width > 130 : width >= leastSizeLabel.width && height >= leastSizeLabel.height) cell.append(element('span', { class: 'size' }, size));
        for (const [name, length] of Object.entries({ left: node.x0, top: node.y0, width, height })) cell.style.setProperty(name, `${length}px`);
        cell.style.setProperty('--shade', `${shade * shadeStep}%`);
        const tell = (): void => detail.replaceChildren(...describeBox(node.data.box, current, words));
        cell.addEventListener('mouseenter', tell);
        cell.addEventListener('focus', tell);
        cell.addEventListener('click', () => {
            const entered = node.ancestors().reverse().slice(1).map(({ data }) => data.box).filter((box) => box.children.length > 0);
            if (entered.length > 0) go([...path, ...entered], true);
            else tell();
        });
        return cell;
    };
    board.addEventListener('keydown', (event) => {
        if (event.key === 'Escape' || event.key === 'Backspace') {
            if (path.length > 1) go(path.slice(0, -1), true);
            event.preventDefault();
        } else if (event.key.startsWith('Arrow') && document.activeElement instanceof HTMLElement) {
            findNeighbour(board, document.activeElement, event.key)?.focus();
            event.preventDefault();
        }
    });
    new ResizeObserver(draw).observe(board);
    return {
        view,
        show: (root) => go([root], false),
        enter: (label) => {
            const root = path[0];
            const child = root?.children.find((box) => box.label === label);
            if (root && child) go([root, child], false);
        },
    };
}

/** Children and grandchildren of a box, laid out as squares as can be; parents first, so that children lie upon them. */
function layOut(current: Box, width: number, height: number, words: Words): HierarchyRectangularNode<ShownBox>[] {
    const root = hierarchy<ShownBox>(selectShown(current, 2, words.smaller), ({ children }) => [...children]);
    root.sum(({ box, children }) => (children.length === 0 ? box.value : 0));
    const padding = (top: number) => ({ depth }: { depth: number }) => (depth === 1 ? top : 0);
    const layout = treemap<ShownBox>().tile(treemapSquarify.ratio(1.25)).size([width, height]).round(true)
        .paddingInner(gap).paddingOuter(padding(gap)).paddingTop(padding(labelHeight));
    return layout(root).descendants().filter(({ depth, x0, x1, y0, y1 }) => depth > 0 && depth <= 2 && x1 - x0 >= 1 && y1 - y0 >= 1);
}

function describeBox({ label, value, file }: Box, current: Box, words: Words): Node[] {
    const share = fill(words.ofWhole, { share: formatShare(value, current.value) });
    if (file === undefined) return [element('strong', {}, label), element('span', {}, `${formatBytes(value)} · ${share}`)];
    return [
        element('strong', {}, file.path),
        element('span', {}, `${formatBytes(file.bytes)} · gzip ${formatBytes(file.gzipBytes)} · ${share}`),
        ...(file.assets ?? []).map((asset) => element('span', { class: 'asset' }, asset)),
    ];
}

/** The nearest box in the direction of an arrow key. */
function findNeighbour(board: HTMLElement, from: HTMLElement, key: string): HTMLElement | undefined {
    const { left, right, top, bottom } = from.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const ahead: Readonly<Record<string, (dx: number, dy: number) => boolean>> = {
        ArrowLeft: (dx, dy) => dx < -1 && Math.abs(dy) <= -dx,
        ArrowRight: (dx, dy) => dx > 1 && Math.abs(dy) <= dx,
        ArrowUp: (dx, dy) => dy < -1 && Math.abs(dx) <= -dy,
        ArrowDown: (dx, dy) => dy > 1 && Math.abs(dx) <= dy,
    };
    let nearest: { cell: HTMLElement; distance: number } | undefined;
    for (const cell of board.querySelectorAll('button')) {
        const box = cell.getBoundingClientRect();
        const [dx, dy] = [(box.left + box.right) / 2 - x, (box.top + box.bottom) / 2 - y];
        const distance = Math.hypot(dx, dy);
        if (cell !== from && ahead[key]?.(dx, dy) === true && (nearest === undefined || distance < nearest.distance)) nearest = { cell, distance };
    }
    return nearest?.cell;
}
