import type { JSONSchema7 } from 'json-schema';
import { askedApis, askedGlobals, limits, probeResultFormat, probeResultVersion, switchNames, switchValues } from '../../platform';

const shortText = { type: 'string', pattern: '^.{0,60}$' } as const;
const bytes: JSONSchema7 = { type: 'integer', minimum: 0, maximum: 100 * limits.userDataBytes };

/** The form of a probe's result (`ProbeResult`), published as `static/schema/probe-result.schema.json`. */
export function probeResultSchema(): JSONSchema7 {
    return {
        $schema: 'http://json-schema.org/draft-07/schema#',
        title: 'Probe result of cocos-alipay-mini-game',
        type: 'object',
        required: ['format', 'version', 'host', 'switches', 'lacks', 'globals', 'limits', 'facts', 'unanswered'],
        additionalProperties: false,
        properties: {
            format: { type: 'string', const: probeResultFormat },
            version: { type: 'integer', const: probeResultVersion },
            host: {
                description: 'The kind of device and its versions, nothing of its owner.',
                type: 'object',
                required: ['system', 'model', 'systemVersion', 'clientVersion', 'baseLibrary'],
                additionalProperties: false,
                properties: {
                    system: { type: 'string', enum: ['android', 'ios', 'studio'] },
                    model: shortText,
                    systemVersion: shortText,
                    clientVersion: shortText,
                    baseLibrary: shortText,
                },
            },
            switches: {
                description: 'The behaviours that were seen.',
                type: 'object',
                additionalProperties: false,
                properties: Object.fromEntries(switchNames.map((name) => [name, { enum: [...switchValues[name]] }])),
            },
            lacks: { description: 'Functions that this host does not have.', type: 'array', items: { type: 'string', enum: [...new Set(askedApis)] } },
            globals: { description: 'Names of the global object that this host has.', type: 'array', items: { type: 'string', enum: [...askedGlobals] } },
            limits: { description: 'Bytes of user data; absent where no limit was met.', type: 'object', additionalProperties: false, properties: { userFileBytes: bytes, userDataBytes: bytes } },
            facts: { description: 'Observations that no behaviour stands for.', type: 'object', additionalProperties: { type: ['string', 'number', 'boolean'] } },
            unanswered: {
                description: 'Why a behaviour was not seen.',
                type: 'object',
                additionalProperties: false,
                properties: Object.fromEntries(switchNames.map((name) => [name, { type: 'string' }])),
            },
        },
    };
}
