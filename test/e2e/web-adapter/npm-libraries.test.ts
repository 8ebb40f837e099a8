import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installLibraries } from '../../libraries/install';
import { leaveBrowser } from '../browser';
import { openLibraryPage, type LibraryPage, type LibraryResults } from './library-page';
import { expectedResults, libraryGroups } from '../../libraries/expected';

const isInstalled = await installLibraries();
if (!isInstalled) console.warn('NOT RUN: libraries from npm, since no registry was reached to install them (test/libraries).');

describe.skipIf(!isInstalled)('libraries from npm against real servers', () => {
    let page: LibraryPage | undefined;
    let played: LibraryResults;
    beforeAll(async () => {
        page = await openLibraryPage(libraryGroups.flat());
        played = await page.play('android', libraryGroups);
    });
    afterAll(async () => {
        await page?.close();
        await leaveBrowser();
    });

    it.each(Object.keys(expectedResults))('%s', (name) => {
        expect(played.results[name]).toBe(expectedResults[name]);
    });
});
