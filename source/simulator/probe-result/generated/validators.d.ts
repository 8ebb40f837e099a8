import type { ErrorObject } from 'ajv';

interface Validator {
    (data: unknown): boolean;
    errors?: ErrorObject[] | null;
}

/** Checks a probe's result against `probeResultSchema()`. */
export const validateProbeResult: Validator;
