import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { profileNames, type ProfileName } from '../../../source/platform';
import { leaveBrowser } from '../../e2e/browser';
import { openLibraryPage, type LibraryPage } from '../../e2e/web-adapter/library-page';
import { expectedResults, libraryGroups } from '../../libraries/expected';
import { installLibraries } from '../../libraries/install';

const isInstalled = await installLibraries();
if (!isInstalled) console.warn('NOT RUN: libraries from npm, since no registry was reached to install them (test/libraries).');

/** Studio's browser tells its page of rejections by itself; the model's page does not. */
const expectedOn = (profile: ProfileName): Readonly<Record<string, string>> => (
    profile === 'studio' ? { ...expectedResults, sentry: expectedResults['sentry']!.replace(', rejected', '') } : expectedResults
);

/* What test/e2e/web-adapter/npm-libraries.test.ts plays on one client, on every client, and library by library. */
describe.skipIf(!isInstalled).each(profileNames)('libraries from npm on %s', (profile) => {
    let page: LibraryPage | undefined;
    beforeAll(async () => {
        page = await openLibraryPage(libraryGroups.flat());
    }, 60_000);
    afterAll(async () => {
        await page?.close();
        await leaveBrowser();
    });

    it('work side by side', async () => {
        expect((await page!.play(profile, libraryGroups)).results).toEqual(expectedOn(profile));
    });

    it.each(Object.keys(expectedResults))('%s works alone', async (name) => {
        expect((await page!.play(profile, [[name]])).results).toEqual({ [name]: expectedOn(profile)[name] });
    });
});
