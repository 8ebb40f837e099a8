import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sizeOf } from '../../../../source/simulator/model/disk';
import type { FaultKind } from '../../../../source/simulator/model';
import { bufferOf, createTestHost } from '../answers';

const names = ['a', 'b', 'd/a', 'd/b', 'd', 'd/e'].map((name) => `/usr/data/${name}`);
const path = fc.constantFrom(...names);

const step = fc.oneof(
    fc.record({ call: fc.constant('writeFile' as const), filePath: path, size: fc.nat(40) }),
    fc.record({ call: fc.constant('appendFile' as const), filePath: path, size: fc.nat(40) }),
    fc.record({ call: fc.constant('copyFile' as const), srcPath: path, destPath: path }),
    fc.record({ call: fc.constant('rename' as const), oldPath: path, newPath: path }),
    fc.record({ call: fc.constant('unlink' as const), filePath: path }),
    fc.record({ call: fc.constant('mkdir' as const), dirPath: path, recursive: fc.boolean() }),
    fc.record({ call: fc.constant('rmdir' as const), dirPath: path, recursive: fc.boolean() }),
);
const fault = fc.constantFrom<FaultKind | undefined>(
    undefined, undefined, { kind: 'fail' }, { kind: 'torn' }, { kind: 'torn', answer: 'success' }, { kind: 'lost' }, { kind: 'never' }, { kind: 'never', effect: 'torn' }, { kind: 'twice' },
);

it('whatever is called and whatever goes wrong: the bytes used are those of the files, and within the quota; each call answers as often as it should', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(step, fault), { maxLength: 25 }), fc.constantFrom('fail', 'overwrite'), async (steps, renameOntoExisting) => {
        const host = createTestHost({ quotaBytes: 100, switches: { renameOntoExisting: renameOntoExisting as 'fail' } });
        const fs = host.my.getFileSystemManager() as unknown as Record<string, (options: object) => void>;
        for (const [{ call, ...options }, planned] of steps) {
            host.faults.clear();
            if (planned) host.faults.add({ at: 1, group: 'files', ...planned });
            let answers = 0;
            fs[call]!({ ...options, ...('size' in options ? { data: bufferOf(...new Array<number>(options.size).fill(1)) } : {}), complete: () => answers++ });
            await host.clock.advance(0);
            expect(answers).toBe(planned?.kind === 'never' ? 0 : planned?.kind === 'twice' ? 2 : 1);
            const { disk } = host;
            expect(disk.usedBytes).toBe(sizeOf(disk.find('/usr/data')!));
            expect(disk.usedBytes).toBe(disk.list().reduce((total, file) => total + disk.read(file)!.byteLength, 0));
            expect(disk.usedBytes).toBeLessThanOrEqual(100);
        }
    }), { numRuns: 300 });
});
