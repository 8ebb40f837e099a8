import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatRemoteList, type FileEntry } from '../../source/package';
import { createFileHasher, readKnownHashes } from '../../source/packager/hash-files';
import { temporaryFolder } from './sample-build';

const entry = (changes: Partial<FileEntry> = {}): FileEntry => ({ path: 'a', bytes: 10, mtimeMs: 0, ctimeMs: 1000, ...changes });

describe('a list of an earlier run', () => {
    const read = (text: string): ReturnType<typeof readKnownHashes> => {
        const list = join(temporaryFolder(), 'files.json');
        writeFileSync(list, text);
        return readKnownHashes(list, entry({ path: 'files.json', mtimeMs: 2000 }));
    };
    const known = (): ReturnType<typeof read> => read(formatRemoteList([{ path: 'a', bytes: 10, md5: 'known' }]));

    it('vouches for a file of that size that has not been touched since', () => {
        expect(known().find('a', entry())).toBe('known');
    });

    it.each([
        ['another size', entry({ bytes: 11 })], ['touched later, whatever its mtime says', entry({ ctimeMs: 2001, mtimeMs: 5 })],
        ['touched in the same moment', entry({ ctimeMs: 1990 })],
    ])('vouches for no file of %s', (_name, file) => {
        expect(known().find('a', file)).toBeUndefined();
    });

    it('vouches for nothing it does not name, or when it is torn', () => {
        expect(known().find('b', entry())).toBeUndefined();
        expect(read('{"version":1,"files":[{"pa').find('a', entry())).toBeUndefined();
    });
});

describe('hashing', () => {
    it('reads files of every size around the size of its buffer', () => {
        const hash = createFileHasher();
        const folder = temporaryFolder();
        for (const bytes of [0, 1, 1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1, 3 * 1024 * 1024 + 7]) {
            const data = Buffer.alloc(bytes, bytes % 251);
            writeFileSync(join(folder, 'file'), data);
            expect(hash(folder, 'file')).toBe(createHash('md5').update(data).digest('hex'));
        }
    });
});
