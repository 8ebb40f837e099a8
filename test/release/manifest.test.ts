import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { releaseManifest, type Manifest } from '../../scripts/release/manifest';
import { projectRoot } from '../environment/registry';

const project = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as Manifest;

describe('releaseManifest', () => {
    it('keeps what the hosts read and drops what only a clone needs', () => {
        const manifest = releaseManifest(project, []);
        for (const key of ['name', 'version', 'package_version', 'title', 'description', 'author', 'license', 'editor', 'main', 'bin', 'engines', 'contributions', 'contributes']) {
            expect(manifest[key]).toEqual(project[key]);
        }
        expect(manifest['scripts']).toEqual({});
        for (const key of ['devDependencies', 'dependencies', 'private', 'files']) expect(manifest).not.toHaveProperty(key);
    });

    it('lets npm install only what the bundles ask for', () => {
        expect(releaseManifest(project, ['playwright-core']).dependencies).toEqual({ 'playwright-core': project.dependencies?.['playwright-core'] });
    });

    it('refuses a bundle that asks for what the project does not depend on', () => {
        expect(() => releaseManifest(project, ['left-pad'])).toThrow('left-pad, which package.json does not list under "dependencies"');
    });
});
