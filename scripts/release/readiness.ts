// Whether the project may be released as it stands. Pure: what git and the files say goes in, refusals come out.

export interface ProjectState {
    /** `version` of package.json and of package-lock.json. */
    readonly version: string;
    readonly lockedVersion: string;
    readonly changelog: string;
    /** Lines of `git status --porcelain`: what is not committed, or ignored and would be packed; undefined where the project is no git checkout. */
    readonly changes: readonly string[] | undefined;
    /** Generated files that lag behind their tables. */
    readonly lagging: readonly string[];
}

/** Each reason not to release, with how to mend it; none when all is ready. */
export function findRefusals({ version, lockedVersion, changelog, changes, lagging }: ProjectState): string[] {
    const refusals: string[] = [];
    if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) refusals.push(`package.json: the version "${version}" is not of the form 1.2.3 or 1.2.3-beta.1.`);
    if (lockedVersion !== version) refusals.push(`package-lock.json has version ${lockedVersion}, package.json ${version}: run \`npm install --package-lock-only\`.`);
    refusals.push(...findChangelogRefusals(version, changelog));
    if (lagging.length > 0) refusals.push(`Older than the tables they are made from: ${lagging.join(', ')}. Run \`npm run generate\` and commit.`);
    if (changes === undefined) refusals.push('This is no git checkout: nobody could say which sources a release was made of.');
    else if (changes.length > 0) refusals.push(`Not committed:\n${changes.map((line) => `    ${line}`).join('\n')}\n  Commit it, or take it away.`);
    return refusals;
}

function findChangelogRefusals(version: string, changelog: string): string[] {
    const [unreleased, newest] = readSections(changelog);
    if (unreleased?.title !== '[Unreleased]') return ['CHANGELOG.md: the first section has to be `## [Unreleased]`, also when it is empty.'];
    const mend = `give the section of this release the title \`## [${version}] - YYYY-MM-DD\``;
    if (newest === undefined || !newest.title.startsWith(`[${version}] - `)) return [`CHANGELOG.md has ${newest?.title ?? 'no release'} as its newest release, package.json has ${version}: ${mend}, or mend the version.`];
    if (!/^\[[^\]]+\] - \d{4}-\d\d-\d\d$/.test(newest.title)) return [`CHANGELOG.md: \`${newest.title}\` has no date: ${mend}.`];
    if (newest.text === '') return [`CHANGELOG.md says nothing about ${version}.`];
    if (unreleased.text !== '') return [`CHANGELOG.md lists changes as unreleased that would be in ${version}: move them there, or raise the version.`];
    return [];
}

function readSections(changelog: string): { readonly title: string; readonly text: string }[] {
    return changelog.split(/^## /m).slice(1).map((section) => {
        const [title = '', ...lines] = section.split('\n');
        return { title: title.trim(), text: lines.join('\n').trim() };
    });
}
