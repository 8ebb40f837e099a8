import { describe, expect, it } from 'vitest';
import { bundledAdapters } from '../../source/packager/artefacts/adapters';
import { createClassifier } from '../../source/report/classify';

describe('the parts of a package', () => {
    it.each([...bundledAdapters, 'adapter-options.js', 'start-failure.js', 'lean-start.js'])('count %s as adapter, with md5 in its name or without', (name) => {
        const groupOf = createClassifier({ bundles: [], parts: [], gameRoot: '' });
        const adapter = { kind: 'adapter', name: '', place: 'main' };
        expect(groupOf(name, false)).toEqual(adapter);
        expect(groupOf(name.replace(/\.js$/, '.0a1b2.js'), false)).toEqual(adapter);
    });

    it('count the first screen apart, with its pictures', () => {
        const groupOf = createClassifier({ bundles: [], parts: [], gameRoot: '' });
        for (const path of ['first-screen.js', 'first-screen.0a1b2.js', 'first-screen/logo.png']) expect(groupOf(path, false)).toEqual({ kind: 'first-screen', name: '', place: 'main' });
    });

    it('tell the game\'s subpackage from the game\'s own', () => {
        const part = (name: string): { name: string; root: string; bytes: number; fileCount: number } => ({ name, root: name === '' ? '' : `subpackages/${name}`, bytes: 0, fileCount: 0 });
        const groupOf = createClassifier({
            bundles: [{ name: 'main', kind: 'local', root: 'subpackages/cocos-game/assets/main', version: '', config: '', script: '' }, { name: 'stage', kind: 'subpackage', root: 'subpackages/stage', version: '', config: '', script: '' }],
            parts: [part(''), part('cocos-game'), part('stage'), part('extra')],
            gameRoot: 'subpackages/cocos-game/',
        });
        const found = (path: string): string => Object.values(groupOf(path, false)).join(' ');
        expect({
            'game.js': found('game.js'),
            'web-adapter.js': found('web-adapter.js'),
            'subpackages/cocos-game/game.js': found('subpackages/cocos-game/game.js'),
            'subpackages/cocos-game/start-game.js': found('subpackages/cocos-game/start-game.js'),
            'subpackages/cocos-game/src/settings.1a2b3.json': found('subpackages/cocos-game/src/settings.1a2b3.json'),
            'subpackages/cocos-game/cocos-js/cc.js': found('subpackages/cocos-game/cocos-js/cc.js'),
            'subpackages/cocos-game/engine-adapter.js': found('subpackages/cocos-game/engine-adapter.js'),
            'subpackages/cocos-game/src/chunks/bundle.js': found('subpackages/cocos-game/src/chunks/bundle.js'),
            'subpackages/cocos-game/assets/main/import/a.json': found('subpackages/cocos-game/assets/main/import/a.json'),
            'subpackages/stage/import/a.json': found('subpackages/stage/import/a.json'),
            'subpackages/extra/game.js': found('subpackages/extra/game.js'),
        }).toEqual({
            'game.js': 'entry  main',
            'web-adapter.js': 'adapter  main',
            'subpackages/cocos-game/game.js': 'entry  game',
            'subpackages/cocos-game/start-game.js': 'entry  game',
            'subpackages/cocos-game/src/settings.1a2b3.json': 'entry  game',
            'subpackages/cocos-game/cocos-js/cc.js': 'engine  game',
            'subpackages/cocos-game/engine-adapter.js': 'adapter  game',
            'subpackages/cocos-game/src/chunks/bundle.js': 'scripts  game',
            'subpackages/cocos-game/assets/main/import/a.json': 'bundle main game',
            'subpackages/stage/import/a.json': 'bundle stage subpackage',
            'subpackages/extra/game.js': 'subpackage extra subpackage',
        });
    });
});
