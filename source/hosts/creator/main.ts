// The extension's main script (package.json `main`): the menu entries. The build itself is done by the hooks.
import path from 'node:path';
import { deliverBuild } from '../../delivery';
import { BuildError, languageOf, type Language } from '../../problems';
import { findLastBuild, openPreview, type Preview } from '../../simulator';

/** What the menu entries need of the editor's global. */
declare const Editor: {
    readonly Project: { readonly path: string };
    readonly I18n: { getLanguage(): string };
    readonly Dialog: { error(message: string): unknown; info(message: string): unknown };
};

/** This file is `dist/main.js`. */
const productDirectory = path.resolve(__dirname, '..');
let preview: Preview | undefined;

export function load(): void {}

export async function unload(): Promise<void> {
    await preview?.close();
    preview = undefined;
}

/** Messages of the extension's menu entries (package.json `contributions.messages`). */
export const methods = {
    /** Plays the last build of the open project in the person's browser. One preview at a time: the former one ends. */
    async previewLastBuild(): Promise<void> {
        await tellFailure(async () => {
            await unload();
            preview = await openPreview({ directory: await findLastBuild(Editor.Project.path), productDirectory, allowNetwork: false, open: true });
            console.log(preview.address);
        });
    },

    /** Delivers the remote bundles of the last build to where the project's deploy config says. */
    async deployLastBuild(): Promise<void> {
        await tellFailure(async () => {
            const folder = await findLastBuild(Editor.Project.path);
            const lines = await deliverBuild({ folder, environment: process.env, language: findLanguage(), log: (line) => console.log(line) });
            Editor.Dialog.info(lines.join('\n'));
        });
    },
};

function findLanguage(): Language {
    return languageOf(Editor.I18n.getLanguage());
}

async function tellFailure(work: () => Promise<void>): Promise<void> {
    try {
        await work();
    } catch (error) {
        const told = BuildError.inLanguage(error, findLanguage());
        Editor.Dialog.error(told instanceof Error ? told.message : String(told));
    }
}
