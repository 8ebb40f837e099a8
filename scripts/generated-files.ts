import { renderValidatorCode } from '../source/options/validator-code';

/** Every generated file: its path relative to the project, and what it must contain. */
export function generatedFiles(): ReadonlyMap<string, string> {
    return new Map([
        ['source/options/generated/validators.js', renderValidatorCode()],
    ]);
}
