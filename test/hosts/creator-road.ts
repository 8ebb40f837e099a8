// Run by creator-road.test.ts in Node processes of several releases: the whole Creator road, from loading the
// extension through its hooks to the finished package, with the built files of dist/. Prints what came out as JSON.
import path from 'node:path';
import { readFileSync } from 'node:fs';
import { projectRoot } from '../environment/registry';
import { describeTree } from '../golden/describe-tree';
import { buildWithCreator } from './creator';
import type { CreatorLayout } from './creator-layout';
import { loadCreatorExtension } from './installed-product';

const [, , directory = '', layoutName = '', optionsText = '{}'] = process.argv;
const layoutFile = path.join(projectRoot, 'test', 'fixtures', 'creator', `${layoutName}.tree.json`);
const { config, hooks } = loadCreatorExtension();

console.log = () => {};
console.warn = () => {};
void buildWithCreator({
    directory,
    layout: JSON.parse(readFileSync(layoutFile, 'utf8')) as CreatorLayout,
    hooks,
    everyHook: true,
    options: JSON.parse(optionsText) as Record<string, unknown>,
}).then(({ exitCode, error, output }) => {
    const report = { node: process.versions.node, exitCode, error: error?.message, panel: Object.keys(config['options'] as object), tree: exitCode === 36 ? describeTree(output) : '' };
    process.stdout.write(JSON.stringify(report));
});
