import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveOptions } from '../../source/options';

const folder = path.resolve(__dirname, '../../../shared/host-recordings');
const recordings = existsSync(folder) ? readdirSync(folder).filter((name) => /^(debug|release)-.*\.log$/.test(name)) : [];

/** The options at the first hook of a recorded build, as far as the recording shows them. */
function readOptions(recording: string): Record<string, unknown> {
    const line = /^ {2}packages (\{.*\}) startSceneAssetBundle=(\S+) mainBundleIsRemote=(\S+) server=(\S*) /m.exec(readFileSync(path.join(folder, recording), 'utf8'));
    if (line === null) throw new Error(`${recording} shows no options`);
    const [, packages = '{}', startSceneAssetBundle, mainBundleIsRemote, server] = line;
    return { packages: JSON.parse(packages), startSceneAssetBundle: startSceneAssetBundle === 'true', mainBundleIsRemote: mainBundleIsRemote === 'true', server };
}

describe('options of recorded CLI builds', () => {
    if (recordings.length === 0) {
        it('were not read: ../shared/host-recordings is not here', () => expect(recordings).toEqual([]));
        return;
    }
    it.each(recordings)('%s', (recording) => {
        const hostOptions = readOptions(recording);
        const { options, problems } = resolveOptions('cocos-cli', hostOptions);
        const server = String(hostOptions['server']);
        // The recorder served its remote bundles from its own computer.
        expect(problems.map(({ code }) => code)).toEqual(server.startsWith('http://127.0.0.1') ? ['AMG112'] : []);
        expect(options).toMatchObject({ startSceneAssetBundle: hostOptions['startSceneAssetBundle'], deviceOrientation: 'landscape', remoteUrl: server.replace(/([^/])$/, '$1/') });
    });
});
