import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { UsageError } from '@cairn/tui-kit';
import { MODES, type Mode } from '../work/mode.js';
import type { RunOptions } from '../work/run-donor.js';
import type { RunFlags } from './run-flags.js';

/** @throws UsageError that names the flag, what was found and what was expected */
export function parseRunFlags(flags: RunFlags): RunOptions {
  return {
    mode: parseMode(flags.mode ?? 'auto'),
    count: wholeNumber('--count', flags.count),
    wait: flags.wait === true,
    ...(flags.program === undefined ? {} : { programId: flags.program }),
    ...(flags.organization === undefined ? {} : { organizationId: flags.organization }),
  };
}

/** Steps after which a program is given up. */
export function parseMaxSteps(flags: Pick<RunFlags, 'maxSteps'>): number | undefined {
  return wholeNumber('--max-steps', flags.maxSteps);
}

/** Where the donor keeps its place: `--data-dir`, else a folder of the user's. */
export function dataDirOf(flags: Pick<RunFlags, 'dataDir'>, env: NodeJS.ProcessEnv): string {
  if (flags.dataDir !== undefined) return resolve(flags.dataDir);
  const dataHome = env.XDG_DATA_HOME ?? '';
  return join(dataHome.startsWith('/') ? dataHome : join(homedir(), '.local', 'share'), 'cairn', 'donor');
}

function parseMode(text: string): Mode {
  const mode = MODES.find((known) => known === text);
  if (mode !== undefined) return mode;
  throw new UsageError(`--mode is ${JSON.stringify(text)}`, { expected: MODES.join(', ') });
}

function wholeNumber(flag: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d+$/u.test(text) ? Number(text) : Number.NaN;
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new UsageError(`${flag} is ${JSON.stringify(text)}`, { expected: 'a whole number from 1' });
}
