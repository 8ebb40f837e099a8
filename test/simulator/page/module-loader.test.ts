import { describe, expect, it } from 'vitest';
import { createModuleLoader, MissingModuleError, type ModuleFunction } from '../../../source/simulator/page/worker/module-loader';

type Body = ModuleFunction;

function loaderOf(modules: Readonly<Record<string, Body>>, extra: readonly string[] = []) {
    const loads: string[] = [];
    const files = Object.fromEntries([...Object.keys(modules), ...extra].map((path) => [path, 0]));
    const loader = createModuleLoader({
        files,
        subpackages: [{ name: 'level', root: 'subpackages/level' }],
        load: (path) => {
            loads.push(path);
            return modules[path]!;
        },
    });
    return { loader, loads };
}

const exporting = (value: unknown): Body => (_require, module) => { module.exports = value; };

describe('require as Alipay answers it (platform facts 2.6)', () => {
    it('resolves relative paths, with and without .js, computed ones too', () => {
        const { loader } = loaderOf({
            'game.js': (require, module) => { module.exports = [require('./a'), require('./src/b.js'), require('./' + ['src', 'b'].join('/'))]; },
            'a.js': exporting('a'),
            'src/b.js': (require, module) => { module.exports = `${String(require('../a'))}b`; },
        });
        expect(loader.run('game.js')).toEqual(['a', 'ab', 'ab']);
    });

    it('runs a module once', () => {
        const { loader, loads } = loaderOf({ 'game.js': (require, module) => { module.exports = require('./a') === require('./a.js'); }, 'a.js': exporting({}) });
        expect(loader.run('game.js')).toBe(true);
        expect(loads).toEqual(['game.js', 'a.js']);
    });

    it('gives what is exported so far in a circle', () => {
        const { loader } = loaderOf({
            'game.js': (require, _module, exports) => {
                Object.assign(exports as object, { early: 1 });
                Object.assign(exports as object, { seen: require('./a') });
            },
            'a.js': (require, module) => { module.exports = { ...(require('./game') as object) }; },
        });
        expect(loader.run('game.js')).toEqual({ early: 1, seen: { early: 1 } });
    });

    it('tries a module again that threw', () => {
        let tries = 0;
        const { loader } = loaderOf({ 'game.js': () => { if (++tries === 1) throw new Error('first'); } });
        expect(() => loader.run('game.js')).toThrow('first');
        expect(loader.run('game.js')).toEqual({});
    });

    it.each(['a', '/a', 'https://cdn.example/a.js', ''])('refuses %j, which is not relative', (request) => {
        const { loader } = loaderOf({ 'game.js': (require) => { require(request); }, 'a.js': exporting('a') });
        expect(() => loader.run('game.js')).toThrow(/relative paths only/);
    });

    it('refuses a path out of the package', () => {
        const { loader } = loaderOf({ 'game.js': (require) => { require('../../etc/passwd'); } });
        expect(() => loader.run('game.js')).toThrow(/leads out of the package/);
    });

    it('names a missing module and the module that asked, in an error that the game may catch', () => {
        const { loader } = loaderOf({
            'src/a.js': (require, module) => {
                try {
                    require('./gone');
                } catch (error) {
                    module.exports = error;
                }
            },
        });
        const error = loader.run('src/a.js');
        expect(error).toBeInstanceOf(MissingModuleError);
        expect(error).toMatchObject({ message: "require('./gone') in src/a.js: the package has no src/gone.js.", file: 'src/gone.js', asker: 'src/a.js' });
    });

    it('does not take names of Object.prototype for files', () => {
        const { loader } = loaderOf({ 'game.js': (require) => { require('./constructor'); } });
        expect(() => loader.run('game.js')).toThrow(/the package has no constructor\.js/);
    });

    it('reaches the code of a subpackage only after loadSubpackage, whose entry then runs once (platform facts 3.6)', () => {
        const ran: string[] = [];
        const { loader } = loaderOf({
            'game.js': (require, module) => { module.exports = require; },
            'subpackages/level/game.js': (require) => { ran.push('entry'); require('./index'); },
            'subpackages/level/index.js': () => { ran.push('index'); },
        }, ['subpackages/level/config.json']);
        const require = loader.run('game.js') as (request: string) => unknown;
        expect(() => require('./subpackages/level/index')).toThrow(/Call my\.loadSubpackage\(\{ name: 'level' \}\) first/);
        expect(loader.isPresent('subpackages/level/config.json')).toBe(false);
        loader.openSubpackage('level');
        expect(ran).toEqual(['entry', 'index']);
        loader.openSubpackage('level');
        require('./subpackages/level/index');
        expect(ran).toEqual(['entry', 'index']);
        expect(loader.isPresent('subpackages/level/config.json')).toBe(true);
        expect(() => loader.openSubpackage('other')).toThrow("game.json names no subpackage 'other'");
    });
});
