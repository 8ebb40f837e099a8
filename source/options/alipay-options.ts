import type { optionTable } from './table';

type Table = typeof optionTable;

type ValueOf<Value> =
    Value extends { type: 'boolean' } ? boolean :
    Value extends { type: 'choice'; choices: readonly (infer Choice)[] } ? Choice :
    Value extends { type: 'integer' } ? number :
    Value extends { type: 'text' } ? string :
    Value extends { type: 'list'; item: infer Item } ? readonly { readonly [Key in keyof Item]: string }[] :
    Value extends { type: 'group'; properties: infer Properties } ? { readonly [Key in keyof Properties]: ValueOf<Properties[Key]> } :
    never;

/**
 * Every option with a value: checked, defaults filled in. In numbers with `orZero` in the table, 0 means "not set".
 * `remoteUrl` is '' or an address that ends in one slash.
 */
export type AlipayOptions = { readonly [Key in keyof Table]: ValueOf<Table[Key]['value']> };

type RuntimeKey = { [Key in keyof Table]: Table[Key]['runtime'] extends true ? Key : never }[keyof Table];

/** The options that enter the package, where the adapters read them. */
export type RuntimeOptions = Pick<AlipayOptions, RuntimeKey>;
