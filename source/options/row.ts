/** The two hosts whose options we read. */
export type OptionHost = 'creator' | 'cocos-cli';

/** Our extension's name: its key under `packages` in Creator, and the prefix of its texts there. */
export const extensionKey = 'cocos-alipay-mini-game';

/** The platform's id: its key under `packages` in the Cocos CLI, and of the built-in platform in Creator. */
export const platformKey = 'alipay-mini-game';

export interface BooleanValue {
    readonly type: 'boolean';
    readonly default: boolean;
}

export interface ChoiceValue {
    readonly type: 'choice';
    readonly choices: readonly string[];
    readonly default: string;
}

export interface IntegerValue {
    readonly type: 'integer';
    readonly unit: 'bytes' | 'ms';
    readonly minimum: number;
    readonly maximum: number;
    /** With `true`, 0 is allowed below the minimum and means "not set". */
    readonly orZero?: boolean;
    readonly default: number;
}

export interface TextValue {
    readonly type: 'text';
    /** A regular expression that the whole value must match; the empty text always passes. */
    readonly pattern?: string;
    /** `address` is a web address, `file` a path chosen in a file dialog, `color` as `#rgb` or `#rrggbb`. */
    readonly control?: 'address' | 'color' | 'file';
    readonly default: string;
}

/** A list of objects whose properties are all texts and all required. */
export interface ListValue {
    readonly type: 'list';
    readonly item: Readonly<Record<string, Omit<TextValue, 'default'>>>;
    readonly default: readonly [];
}

/** A value that is set and read as a whole. */
export type LeafValue = BooleanValue | ChoiceValue | IntegerValue | TextValue | ListValue;

/** Several values under one name; each is set on its own, so a user may give only some of them. */
export interface GroupValue {
    readonly type: 'group';
    readonly properties: Readonly<Record<string, LeafValue>>;
}

export interface LeafText {
    readonly label: string;
    /** One or two sentences, with the unit where there is one. */
    readonly description: string;
    /** A label for each choice, where the value is one. */
    readonly choices?: Readonly<Record<string, string>>;
}

export interface RowText extends LeafText {
    /** The texts of each property of a group, or of the entries of a list. */
    readonly properties?: Readonly<Record<string, LeafText>>;
}

/** The common option of a host that says the same as a row. */
export interface CommonOption {
    readonly key: string;
    /**
     * What stands there when the user said nothing, per host; such a value does not count as set.
     * `null`: whatever stands there is the user's will.
     */
    readonly unset: Readonly<Record<OptionHost, boolean | string | null>>;
    /** Further properties of the host's that may stand beside those of a group, in any place. */
    readonly alsoHolds?: readonly string[];
}

/** One option. */
export interface OptionRow {
    readonly value: LeafValue | GroupValue;
    /**
     * Who shows the option in each host. `built-in`: Creator's own platform shows it, we only read it.
     * `unavailable`: the host cannot do it; it is read, hidden, and switching it on is a problem.
     */
    readonly owner: {
        readonly creator: 'built-in' | 'extension';
        readonly 'cocos-cli': 'platform' | 'unavailable';
    };
    /** The common option with the same meaning, if any; for a group, an object with the same properties. */
    readonly common?: CommonOption;
    /** Read by other programs, never edited by hand: no control in any panel. */
    readonly hidden?: boolean;
    /** Enters the package, where the adapters read it. */
    readonly runtime: boolean;
    readonly en: RowText;
    readonly zh: RowText;
}

/** What stands where the user set nothing. */
export function defaultOf(value: LeafValue | GroupValue): unknown {
    return value.type === 'group'
        ? Object.fromEntries(Object.entries(value.properties).map(([name, property]) => [name, property.default]))
        : value.default;
}

/** The numbers an integer option takes, the same in every language: `0, 1000–100000000`. */
export function rangeOf({ minimum, maximum, orZero }: IntegerValue): string {
    return `${orZero === true && minimum > 0 ? '0, ' : ''}${minimum}–${maximum}`;
}

export type OptionTable = Readonly<Record<string, OptionRow>>;

/** One value of the table that is set as a whole: a row, or one property of a group row. */
export interface OptionLeaf {
    readonly path: readonly [row: string] | readonly [row: string, property: string];
    readonly row: OptionRow;
    readonly value: LeafValue;
}

/** All leaves of a table, in its order. */
export function leavesOf(table: OptionTable): readonly OptionLeaf[] {
    return Object.entries(table).flatMap(([key, row]): OptionLeaf[] =>
        row.value.type === 'group'
            ? Object.entries(row.value.properties).map(([property, value]) => ({ path: [key, property], row, value }))
            : [{ path: [key], row, value: row.value }],
    );
}
