import Ajv, { type AnySchemaObject } from 'ajv';
import standaloneCode from 'ajv/dist/standalone';
import { deployConfigSchema } from './config-schema';

/** The validator of deploy configs as an ES module without imports, compiled ahead of time as that of the options is. Build time only. */
export function renderDeployValidatorCode(): string {
    const ajv = new Ajv({ allErrors: true, strict: true, discriminator: true, code: { source: true, esm: true, lines: true } });
    ajv.addSchema(deployConfigSchema() as AnySchemaObject, 'deploy');
    return `// Generated from source/delivery/config-schema.ts by \`npm run generate\`. Do not edit.\n${standaloneCode(ajv, { validateDeployConfig: 'deploy' }).trimEnd()}\n`;
}
