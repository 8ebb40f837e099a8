import type { IConfigItem, IDisplayOptions, IVerificationRuleMap } from '@cocos/creator-types/editor/packages/builder/@types/public';
import { optionTextKeys, textReference } from './i18n';
import { isRecord } from './places';
import { resolveOptions } from './resolve';
import { defaultOf, extensionKey, leavesOf, type LeafValue, type OptionRow, type OptionTable } from './row';
import { optionTable } from './table';

/** Everything about our options that a Creator extension registers. */
export interface CreatorOptions {
    readonly options: IDisplayOptions;
    readonly verifyRuleMap: IVerificationRuleMap;
}

const reference = (keys: readonly string[], name: string): string => textReference('creator', [...optionTextKeys(keys), name]);

/** Rule names are global to the build panel: they carry our name. */
function ruleName(path: readonly string[]): string {
    return `${extensionKey}.${path.join('.')}`;
}

function controlOf(value: LeafValue, path: readonly string[]): Pick<IConfigItem, 'render'> {
    switch (value.type) {
        case 'boolean':
            return { render: { ui: 'ui-checkbox' } };
        case 'choice':
            return { render: { ui: 'ui-select', items: value.choices.map((choice) => ({ value: choice, label: reference([...path], `choices.${choice}`) })) } };
        case 'integer':
            return { render: { ui: 'ui-num-input', attributes: { min: value.orZero === true ? 0 : value.minimum, max: value.maximum, step: 1, unit: value.unit } } };
        case 'text':
            // `project://…` in the options is the same on everybody's machine.
            return { render: value.control === 'file' ? { ui: 'ui-file', attributes: { type: 'file', protocols: 'project' } } : { ui: 'ui-input' } };
        case 'list':
            return {};
    }
}

function leafItem(value: LeafValue, path: readonly string[], hidden: boolean): IConfigItem {
    return {
        label: reference(path, 'label'),
        description: reference(path, 'description'),
        default: value.default,
        verifyRules: [ruleName(path)],
        ...(value.type === 'list' ? { type: 'array' } : {}),
        // An item without `render` is not shown (host contract 1).
        ...(hidden ? { hidden: true } : controlOf(value, path)),
    };
}

function rowItem(key: string, row: OptionRow): IConfigItem {
    const { value, hidden = false } = row;
    if (value.type !== 'group') return leafItem(value, [key], hidden);
    return {
        label: reference([key], 'label'),
        description: reference([key], 'description'),
        type: 'object',
        default: defaultOf(value),
        itemConfigs: Object.fromEntries(Object.entries(value.properties).map(([name, property]) => [name, leafItem(property, [key, name], hidden)])),
        ...(hidden ? { hidden: true } : {}),
    };
}

function verifyRuleMapOf(table: OptionTable): IVerificationRuleMap {
    return Object.fromEntries(
        leavesOf(table).map(({ path }) => [
            ruleName(path),
            { func: (value: unknown, options?: unknown) => isAccepted(path, value, options), message: reference(path, 'rule') },
        ]),
    );
}

/** Whether the option may have this value beside the panel's other options: the same check that the build makes. */
function isAccepted([row, property]: readonly string[], value: unknown, panelOptions: unknown): boolean {
    const options = isRecord(panelOptions) ? panelOptions : {};
    const packages = isRecord(options['packages']) ? options['packages'] : {};
    const section = isRecord(packages[extensionKey]) ? packages[extensionKey] : {};
    const rowName = row ?? '';
    const rowValue = property === undefined ? value : { ...(isRecord(section[rowName]) ? section[rowName] : {}), [property]: value };
    const where = ['packages', extensionKey, rowName, ...(property === undefined ? [] : [property])].join('.');
    const { problems } = resolveOptions('creator', { ...options, packages: { ...packages, [extensionKey]: { ...section, [rowName]: rowValue } } });
    return !problems.some((problem) => problem.level === 'error' && (problem.where === where || problem.where.startsWith(`${where}.`)));
}

/**
 * The rows our extension adds to Creator's build panel beside the built-in platform: only those of our own. What
 * the built-in platform shows is read, never shown a second time.
 */
export function creatorPanelItems(table: OptionTable = optionTable): IDisplayOptions {
    return itemsOf(Object.entries(table).filter(([, row]) => row.owner.creator === 'extension'));
}

/** The rules of `creatorPanelItems()`: a rule that fails disables the panel's build button. */
export function creatorVerifyRuleMap(table: OptionTable = optionTable): IVerificationRuleMap {
    return verifyRuleMapOf(Object.fromEntries(Object.entries(table).filter(([, row]) => row.owner.creator === 'extension')));
}

/** All rows, for a Creator that accepts a full platform registration and has no platform of this id itself. */
export function creatorPlatformOptions(table: OptionTable = optionTable): CreatorOptions {
    return { options: itemsOf(Object.entries(table)), verifyRuleMap: verifyRuleMapOf(table) };
}

function itemsOf(rows: readonly (readonly [string, OptionRow])[]): IDisplayOptions {
    return Object.fromEntries(rows.map(([key, row]) => [key, rowItem(key, row)]));
}
