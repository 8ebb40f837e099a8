import Ajv, { type AnySchemaObject } from 'ajv';
import standaloneCode from 'ajv/dist/standalone';
import { probeResultSchema } from './schema';

/** The validator of probe results as an ES module without imports, compiled ahead of time as that of the options is. Build time only. */
export function renderProbeValidatorCode(): string {
    const ajv = new Ajv({ strict: true, allowUnionTypes: true, code: { source: true, esm: true, lines: true } });
    ajv.addSchema(probeResultSchema() as AnySchemaObject, 'probe');
    return `// Generated from source/simulator/probe-result/schema.ts by \`npm run generate\`. Do not edit.\n${standaloneCode(ajv, { validateProbeResult: 'probe' }).trimEnd()}\n`;
}
