import { create, element, formatStorage } from '../elements';
import type { GameConnection } from '../game-connection';
import { text } from '../texts';

export interface FilePanel {
    refresh(): Promise<void>;
}

const pictureTypes: Readonly<Record<string, string>> = { png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp', bmp: 'image/bmp', image: 'image/png' };

/** The files the game keeps on the simulated device, against its quota. */
export function createFilePanel(connection: () => GameConnection | undefined): FilePanel {
    const rows = element('file-rows');
    const viewer = element('file-viewer');
    const body = element('file-body');
    let pictureAddress = '';

    const closeViewer = (): void => {
        viewer.hidden = true;
        body.replaceChildren();
        if (pictureAddress) URL.revokeObjectURL(pictureAddress);
        pictureAddress = '';
    };
    async function open(path: string): Promise<void> {
        const bytes = await connection()?.ask({ ask: 'file', path });
        closeViewer();
        element('file-name').textContent = path;
        viewer.hidden = false;
        if (!bytes) return;
        const type = pictureTypes[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
        if (type) {
            pictureAddress = URL.createObjectURL(new Blob([bytes], { type }));
            const picture = create('img');
            picture.src = pictureAddress;
            picture.alt = path;
            body.append(picture);
        } else {
            body.append(create('pre', '', readText(bytes) ?? text('binary', { bytes: bytes.byteLength })));
        }
    }
    async function refresh(): Promise<void> {
        const answer = await connection()?.ask({ ask: 'files' });
        if (!answer) return;
        const { files, usedBytes, quotaBytes } = answer;
        const meter = element<HTMLMeterElement>('quota-meter');
        meter.value = quotaBytes > 0 ? usedBytes / quotaBytes : 0;
        element('quota-text').textContent = text('usage', { used: formatStorage(usedBytes), quota: formatStorage(quotaBytes) });
        element('file-empty').hidden = files.length > 0;
        rows.replaceChildren(...files.map(({ path, bytes }) => {
            const row = create('tr');
            const name = create('td');
            const link = create('button', 'link', path);
            link.type = 'button';
            link.addEventListener('click', () => void open(path));
            name.append(link);
            const remove = create('button', 'quiet danger', text('remove'));
            remove.type = 'button';
            remove.addEventListener('click', () => void connection()?.ask({ ask: 'remove-file', path }).then(refresh));
            const last = create('td', 'number');
            last.append(remove);
            row.append(name, create('td', 'number', bytes.toLocaleString('en')), last);
            return row;
        }));
    }
    element('file-close').addEventListener('click', closeViewer);
    element('files-refresh').addEventListener('click', () => void refresh());
    element('files-clear').addEventListener('click', () => void connection()?.ask({ ask: 'clear-files' }).then(refresh));
    return { refresh };
}

/** The bytes as text, if they are text; at most 200 kB of it. */
function readText(bytes: ArrayBuffer): string | undefined {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes.byteLength > 200_000 ? bytes.slice(0, 200_000) : bytes);
    } catch {
        return undefined;
    }
}
