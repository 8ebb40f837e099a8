import { BuildError } from '../problems';
import { openInBrowser } from './browser';
import { startPreview, type Preview, type PreviewSetup } from './preview';

/** Where previews listen unless told otherwise: next to Cocos Creator's own preview. */
export const usualPort = 7457;

export interface OpenPreviewSetup extends Omit<PreviewSetup, 'port'> {
    /** Insisted on if given; otherwise the usual port, or any free one where that is taken. */
    readonly port?: number | undefined;
    /** Whether the person's browser is told to show it. */
    readonly open: boolean;
}

/**
 * Serves a package and shows it: what the command line and both hosts do for a person.
 * @throws BuildError AMG651, AMG652, AMG655
 */
export async function openPreview({ port, open, ...setup }: OpenPreviewSetup): Promise<Preview> {
    const preview = await startPreview({ ...setup, port: port ?? usualPort }).catch((error: unknown) => {
        // Two previews side by side are nothing unusual.
        if (port === undefined && error instanceof BuildError && error.problems.some(({ code }) => code === 'AMG652')) return startPreview({ ...setup, port: 0 });
        throw error;
    });
    if (open) openInBrowser(preview.address);
    return preview;
}
