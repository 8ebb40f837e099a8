import { create, element } from '../elements';
import type { GameConnection } from '../game-connection';
import { text } from '../texts';

export interface StoragePanel {
    refresh(): Promise<void>;
}

/** What the game stored with `my.setStorage`. */
export function createStoragePanel(connection: () => GameConnection | undefined): StoragePanel {
    const rows = element('storage-rows');
    async function refresh(): Promise<void> {
        const entries = (await connection()?.ask({ ask: 'storage' })) ?? [];
        element('storage-empty').hidden = entries.length > 0;
        rows.replaceChildren(...entries.map(({ key, value }) => {
            const row = create('tr');
            const remove = create('button', 'quiet danger', text('remove'));
            remove.type = 'button';
            remove.addEventListener('click', () => void connection()?.ask({ ask: 'remove-storage', key }).then(refresh));
            const last = create('td', 'number');
            last.append(remove);
            row.append(create('td', '', key), create('td', '', value), last);
            return row;
        }));
    }
    element('storage-refresh').addEventListener('click', () => void refresh());
    element('storage-clear').addEventListener('click', () => void connection()?.ask({ ask: 'clear-storage' }).then(refresh));
    return { refresh };
}
