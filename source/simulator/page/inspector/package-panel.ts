import type { GameDescription } from '../../protocol';
import { create, element, formatBytes } from '../elements';
import { text } from '../texts';

const shownRows = 1_000;

/** The files of the package with the part each belongs to, largest first. */
export function showPackage(description: GameDescription): void {
    const filter = element<HTMLInputElement>('package-filter');
    const files = Object.entries(description.files).sort(([, a], [, b]) => b - a);
    const partOf = (path: string): string => description.subpackages.find(({ root }) => path.startsWith(`${root}/`))?.name ?? text('mainPackage');
    const show = (): void => {
        const words = filter.value.trim().toLowerCase();
        const matching = files.filter(([path]) => words === '' || path.toLowerCase().includes(words));
        element('package-total').textContent = text('total', { count: matching.length, bytes: formatBytes(matching.reduce((sum, [, bytes]) => sum + bytes, 0)) });
        element('package-rows').replaceChildren(...matching.slice(0, shownRows).map(([path, bytes]) => {
            const row = create('tr');
            row.append(create('td', '', path), create('td', '', partOf(path)), create('td', 'number', bytes.toLocaleString('en')));
            return row;
        }));
    };
    filter.oninput = show;
    show();
}
