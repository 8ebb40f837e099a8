import Ajv, { type AnySchemaObject } from 'ajv';
import standaloneCode from 'ajv/dist/standalone';
import { commonOptionSchema, optionSchema } from './schema';

/**
 * The validators of the table as an ES module without imports, compiled ahead of time: Creator's content security
 * policy and Alipay's tools forbid `new Function`, which ajv needs to compile at run time. Build time only.
 */
export function renderValidatorCode(): string {
    const ajv = new Ajv({ allErrors: true, strict: true, code: { source: true, esm: true, lines: true } });
    ajv.addSchema(optionSchema() as AnySchemaObject, 'options');
    ajv.addSchema(commonOptionSchema() as AnySchemaObject, 'common');
    const code = standaloneCode(ajv, { validateOptions: 'options', validateCommonOptions: 'common' });
    return `// Generated from source/options/table by \`npm run generate\`. Do not edit.\n${code.trimEnd()}\n`;
}
