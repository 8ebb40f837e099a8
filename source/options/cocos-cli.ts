import { optionTextKeys, textReference } from './i18n';
import { defaultOf, type LeafValue, type OptionRow, type OptionTable } from './row';
import { optionTable } from './table';

/** One item of the CLI's option schema (host contract 1, "Option schema"). */
export interface CocosCliItem {
    readonly type: 'string' | 'number' | 'boolean' | 'enum' | 'array' | 'object';
    readonly label: string;
    readonly description: string;
    readonly default: unknown;
    readonly items?: readonly { readonly label: string; readonly value: string }[];
    readonly properties?: Readonly<Record<string, CocosCliItem>>;
    readonly hidden?: true;
}

const reference = (keys: readonly string[], name: string): string => textReference('cocos-cli', [...optionTextKeys(keys), name]);

function typeOf(value: LeafValue, path: readonly string[]): Pick<CocosCliItem, 'type' | 'items'> {
    switch (value.type) {
        case 'boolean':
            return { type: 'boolean' };
        case 'choice':
            return { type: 'enum', items: value.choices.map((choice) => ({ value: choice, label: reference(path, `choices.${choice}`) })) };
        case 'integer':
            return { type: 'number' };
        case 'text':
            return { type: 'string' };
        case 'list':
            return { type: 'array' };
    }
}

function leafItem(value: LeafValue, path: readonly string[]): CocosCliItem {
    return { ...typeOf(value, path), label: reference(path, 'label'), description: reference(path, 'description'), default: value.default };
}

function rowItem(key: string, row: OptionRow): CocosCliItem {
    const { value } = row;
    const isHidden = row.hidden === true || row.owner['cocos-cli'] === 'unavailable';
    const hidden = isHidden ? ({ hidden: true } as const) : {};
    if (value.type !== 'group') return { ...leafItem(value, [key]), ...hidden };
    return {
        type: 'object',
        label: reference([key], 'label'),
        description: reference([key], 'description'),
        default: defaultOf(value),
        properties: Object.fromEntries(Object.entries(value.properties).map(([name, property]) => [name, leafItem(property, [key, name])])),
        ...hidden,
    };
}

/**
 * The platform's options on the CLI: all rows. They carry no `verifyRules`: where a rule fails, the CLI takes the
 * default, warns and builds on (host contract 7), so a mistake would end in a package nobody asked for. The
 * `onBeforeBuild` hook checks instead, and stops with every problem.
 */
export function cocosCliItems(table: OptionTable = optionTable): Readonly<Record<string, CocosCliItem>> {
    return Object.fromEntries(Object.entries(table).map(([key, row]) => [key, rowItem(key, row)]));
}

/**
 * Changes to the CLI's common options: those that say the same as a row of ours are hidden, so that nobody is asked
 * twice. Values given there still count. Defaults set here would not reach a headless build (host contract 1).
 */
export function cocosCliCommonOptions(table: OptionTable = optionTable): Readonly<Record<string, { readonly hidden: true }>> {
    return Object.fromEntries(
        Object.values(table).flatMap(({ common }) => (common === undefined ? [] : [[common.key, { hidden: true }] as const])),
    );
}
