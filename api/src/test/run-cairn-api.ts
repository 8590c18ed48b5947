import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { databaseEnvironment } from './test-database.js';

const PROGRAM = join(import.meta.dirname, '../../dist/bin.js');

/** How a command ended. */
export interface CommandEnd {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts `cairn-api ARGS` over this data folder. */
export function startCairnApi(
  dataDir: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): ChildProcess {
  if (!existsSync(PROGRAM)) throw new Error(`${PROGRAM} is missing: build first, with \`npx tsc -b\`.`);
  const settings = {
    CAIRN_DATA_DIR: dataDir,
    SERVER_EXTERNAL_PORT: '0',
    NODE_OPTIONS: '',
    ...databaseEnvironment(dataDir),
  };
  return spawn(process.execPath, [PROGRAM, ...args], {
    env: { ...process.env, ...settings, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs `cairn-api ARGS` to its end. */
export async function runCairnApi(
  dataDir: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<CommandEnd> {
  const child = startCairnApi(dataDir, args, env);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error('The command has no output.');
  const [out, err] = await Promise.all([text(stdout), text(stderr)]);
  return { code: await ended, stdout: out, stderr: err };
}
