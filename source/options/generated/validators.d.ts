import type { ErrorObject } from 'ajv';

interface Validator {
    (data: unknown): boolean;
    errors?: ErrorObject[] | null;
}

/** Checks our section under `packages` against `optionSchema()`. */
export const validateOptions: Validator;
/** Checks the hosts' common options against `commonOptionSchema()`. */
export const validateCommonOptions: Validator;
