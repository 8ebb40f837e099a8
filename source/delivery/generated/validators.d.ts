import type { ErrorObject } from 'ajv';

interface Validator {
    (data: unknown): boolean;
    errors?: ErrorObject[] | null;
}

/** Checks a deploy config against `deployConfigSchema()`. */
export const validateDeployConfig: Validator;
