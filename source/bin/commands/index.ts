import type { Command } from '../command';
import { checkCommand } from './check';
import { demoCommand } from './demo';
import { deployCommand } from './deploy';
import { packCommand } from './pack';
import { previewCommand } from './preview';
import { reportCommand } from './report';

/** Every command, in the order help shows them. */
export const commands: readonly Command[] = [packCommand, checkCommand, reportCommand, demoCommand, previewCommand, deployCommand];
