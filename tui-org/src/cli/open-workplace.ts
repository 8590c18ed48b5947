import type { Command } from 'commander';
import type { Workplace } from './workplace.js';

/** Opens the workplace that a command's options name. */
export type OpenWorkplace = (command: Command) => Promise<Workplace>;
