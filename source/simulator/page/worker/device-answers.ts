import { tempPath, userDataPath, type AlipayHost } from '../../model';
import type { Answers, Question } from '../../protocol';
import { takeDiskSnapshot } from './disk-snapshot';
import type { ServedPackage } from './package-files';

/** What the inspector asks about files and storage, and does to them. */
export function answerAboutDevice(host: AlipayHost, gamePackage: ServedPackage, quotaBytes: number, question: Exclude<Question, { ask: 'picture' }>): Answers[Question['ask']] {
    const { disk } = host;
    switch (question.ask) {
        case 'files': {
            const files = [...disk.list(userDataPath), ...disk.list(tempPath)].map((path) => ({ path, bytes: disk.read(path)?.byteLength ?? 0 }));
            return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), usedBytes: disk.usedBytes, quotaBytes };
        }
        case 'file':
            return (disk.read(question.path) ?? gamePackage.readAlways(question.path))?.slice().buffer;
        case 'remove-file':
            return disk.remove(question.path) as undefined;
        case 'clear-files':
            host.lifecycle.purgeUserFiles();
            host.lifecycle.purgeTempFiles();
            return undefined;
        case 'storage':
            return [...disk.storage].map(([key, value]) => ({ key, value }));
        case 'remove-storage':
            disk.storage.delete(question.key);
            return undefined;
        case 'clear-storage':
            return disk.storage.clear() as undefined;
        case 'disk':
            return takeDiskSnapshot(disk);
    }
}
