import { promises as fs, realpathSync } from 'node:fs';
import path from 'node:path';
import { BuildError, createProblem, exitCodes, hasErrors, type BuildProblem } from '../problems';
import { parallelRange, type DeployConfig } from './config-schema';
import { findCredentials, type Environment } from './credentials';
import { deliver, problemOf, type DeliveryProgress } from './deliver';
import { createHttpClient, type HttpClient } from './http-client';
import { createManifest, formatManifest, hasVersionedName, type DeliveryManifest } from './manifest';
import { isBundleConfig, planDelivery, type DeliveryPlan } from './plan';
import { findPublicDamage, publicUrlOf, type PublicFolder } from './public-url';
import { findRemoteSource, judgeManifest, type RemoteSource } from './remote-source';
import { usualRetryPolicy, withRetries, type RetryPolicy } from './retry';
import { createCommandTarget } from './target/command';
import { createDirectoryStore } from './target/directory';
import { createObjectTarget } from './target/object-target';
import { createS3Store } from './target/s3';
import type { Target } from './target/target';

/** What shall be delivered, and where to. */
export interface DeliveryRequest {
    /** A package, or the folder that holds `remote/`. */
    readonly folder: string;
    readonly config: DeployConfig;
    /** Where access keys are looked for: `process.env`. */
    readonly environment: Environment;
    /** Plans only: reads the target, writes the manifest, sends nothing. */
    readonly dryRun?: boolean;
    readonly onRead?: (doneBytes: number, totalBytes: number) => void;
    readonly onProgress?: (progress: DeliveryProgress) => void;
    /** Shorter waits, for tests. */
    readonly retry?: RetryPolicy;
}

/** What was delivered. Plain data: `deploy --json` prints it as it is. */
export interface DeliveryResult {
    /** The target's name, without secrets. */
    readonly target: string;
    readonly manifestFile: string;
    readonly files: number;
    readonly bytes: number;
    readonly sent: readonly string[];
    readonly sentBytes: number;
    /** How many files were there already. */
    readonly present: number;
    /** The address that was fetched and found right. */
    readonly verifiedUrl?: string;
    /** Warnings. */
    readonly problems: readonly BuildProblem[];
    readonly plan: DeliveryPlan;
}

/**
 * Delivers a remote folder: manifest, comparison, upload in order, proof. Nothing on the target is ever deleted, and
 * running it again sends only what is not there yet.
 * @throws BuildError with everything that is wrong; DeliveryError (34) names what is missing on the target.
 */
export async function runDelivery(request: DeliveryRequest): Promise<DeliveryResult> {
    try {
        return await carryOut(request);
    } catch (error) {
        if (error instanceof BuildError || !(error instanceof Error) || !('syscall' in error)) throw error;
        const { syscall = '', path: where = request.folder, message } = error as NodeJS.ErrnoException;
        throw new BuildError([createProblem('AMG515', where, { operation: syscall, reason: message })], exitCodes.failed);
    }
}

async function carryOut({ folder, config, environment, dryRun = false, onRead, onProgress, retry: policy = usualRetryPolicy }: DeliveryRequest): Promise<DeliveryResult> {
    const source = findRemoteSource(folder);
    const parallel = config.parallel ?? parallelRange.usual;
    const retry = { ...policy, attempts: config.attempts ?? policy.attempts };
    const client = createHttpClient(parallel);
    try {
        const published = findPublicFolder(source, config, client);
        const target = await createTarget({ source, config, environment, client, parallel, retry });
        const manifest = await createManifest(source.directory, onRead);
        const judged = judgeManifest(source.directory, manifest);
        if (hasErrors(judged)) throw new BuildError(judged, exitCodes.failed);
        await writeManifest(source.manifestFile, manifest);

        const plan = planDelivery(manifest, await target.findPresent(manifest.files).catch((error: Error) => {
            throw new BuildError([problemOf(target.name, error, retry.attempts)], exitCodes.failed);
        }));
        if (!dryRun) await deliver(plan, target, onProgress);
        const verifiedUrl = dryRun || !published ? undefined : await verifyPublicUrl(published, chooseConfig(source, manifest), retry);
        const sent = plan.phases.flatMap(({ files }) => files.map((file) => file.path));
        return {
            target: target.name,
            manifestFile: source.manifestFile,
            files: manifest.files.length,
            bytes: manifest.files.reduce((sum, { bytes }) => sum + bytes, 0),
            sent: dryRun ? [] : sent,
            sentBytes: dryRun ? 0 : plan.bytes,
            present: plan.present.length,
            ...(verifiedUrl === undefined ? {} : { verifiedUrl }),
            problems: [
                ...judged,
                ...plan.replaced.filter(hasVersionedName).map((where) => createProblem('AMG514', where, {})),
                ...(config.target.type === 'command' && config.publicUrl === undefined ? [createProblem('AMG525', target.name, {})] : []),
            ],
            plan,
        };
    } finally {
        client.close();
    }
}

interface TargetSetup {
    readonly source: RemoteSource;
    readonly config: DeployConfig;
    readonly environment: Environment;
    readonly client: HttpClient;
    readonly parallel: number;
    readonly retry: RetryPolicy;
}

async function createTarget({ source, config: { target, publicUrl }, environment, client, parallel, retry }: TargetSetup): Promise<Target> {
    switch (target.type) {
        case 'directory':
            refuseNesting(source.directory, target.path);
            return createObjectTarget(createDirectoryStore(source.directory, target.path), { parallel, retry });
        case 's3': {
            const credentials = await findCredentials(target, environment);
            return createObjectTarget(createS3Store({ config: target, credentials, source: source.directory, client, parallel }), { parallel, retry });
        }
        case 'command': {
            const published = publicUrl === undefined ? undefined : { address: withSlash(publicUrl), client };
            return createCommandTarget({ config: target, source: source.directory, recordFile: source.recordFile, published, parallel, retry });
        }
    }
}

/** A target inside of the source would be delivered itself the next time; around it, files could replace the source. */
function refuseNesting(source: string, target: string): void {
    const [one, other] = [realPathOf(source), realPathOf(target)].map((folder) => folder + path.sep) as [string, string];
    if (one.startsWith(other) || other.startsWith(one)) throw new BuildError([createProblem('AMG508', target, { folder: source })], exitCodes.badOptions);
}

/** The path with its links resolved as far as it exists. */
function realPathOf(folder: string): string {
    try {
        return realpathSync(folder);
    } catch {
        const parent = path.dirname(folder);
        return parent === folder ? folder : path.join(realPathOf(parent), path.basename(folder));
    }
}

async function writeManifest(file: string, manifest: DeliveryManifest): Promise<void> {
    const text = formatManifest(manifest);
    if ((await fs.readFile(file, 'utf8').catch(() => undefined)) === text) return;
    await fs.writeFile(`${file}.part`, text);
    await fs.rename(`${file}.part`, file);
}

/** What the package says counts before the config: it is what phones will ask. Undefined where nothing is to be checked. */
function findPublicFolder({ server }: RemoteSource, { publicUrl, verifyUrl = false }: DeployConfig, client: HttpClient): PublicFolder | undefined {
    if (!verifyUrl) return undefined;
    const address = server ?? withSlash(publicUrl);
    if (address === undefined) throw new BuildError([createProblem('AMG531', '--verify-url', {})], exitCodes.badOptions);
    if (!/^https?:\/\/[^/]/i.test(address)) throw new BuildError([createProblem('AMG530', address, { reason: 'http(s)://' })], exitCodes.failed);
    return { address, client };
}

function withSlash<Address extends string | undefined>(address: Address): Address {
    return address?.replace(/\/?$/, '/') as Address;
}

/** The config that is checked: of the first bundle the package asks for, else the first in the folder. */
function chooseConfig({ configs }: RemoteSource, { files }: DeliveryManifest): DeliveryManifest['files'][number] | undefined {
    return files.find(({ path: file }) => configs.includes(file)) ?? files.find(({ path: file }) => isBundleConfig(file)) ?? files[0];
}

async function verifyPublicUrl(folder: PublicFolder, file: DeliveryManifest['files'][number] | undefined, retry: RetryPolicy): Promise<string | undefined> {
    if (file === undefined) return undefined;
    const url = publicUrlOf(folder, file);
    const damage = await withRetries(retry, () => findPublicDamage(folder, file)).catch((error: Error) => error.message);
    if (damage !== undefined) throw new BuildError([createProblem('AMG530', url, { reason: damage })], exitCodes.failed);
    return url;
}
