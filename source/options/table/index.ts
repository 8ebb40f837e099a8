import { diagnosisRows } from './diagnosis';
import { firstScreenRows } from './first-screen';
import { gameRows } from './game';
import { hostRows } from './host';
import { packageRows } from './package';
import { remoteRows } from './remote';
import type { OptionTable } from '../row';

/**
 * The one table of options. Type, JSON Schema, the panels of both hosts, README's table and the texts are
 * projections of it: a new option is one entry here and nothing else. The order is that of the panels.
 */
export const optionTable = {
    ...hostRows,
    ...remoteRows,
    ...packageRows,
    ...firstScreenRows,
    ...gameRows,
    ...diagnosisRows,
} as const satisfies OptionTable;
