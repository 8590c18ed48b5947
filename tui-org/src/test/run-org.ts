import { PassThrough } from 'node:stream';
import { runCli } from '@cairn/tui-kit';
import { buildCli } from '../cli/build-cli.js';

/** What a command left behind. */
export interface RunResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The JSON lines of stdout; only with `--json`. */
  readonly records: readonly Record<string, unknown>[];
}

/** Runs the client in this process, without a terminal. */
export async function runOrg(
  args: readonly string[],
  { env, input = '' }: { env: Readonly<Record<string, string>>; input?: string },
): Promise<RunResult> {
  const keys = new PassThrough();
  keys.end(input);
  let stdout = '';
  let stderr = '';
  const world = {
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text) },
    env,
  };
  const code = await runCli((context) => buildCli(context, keys), args, world);
  const lines = args.includes('--json') ? stdout.split('\n').filter((line) => line !== '') : [];
  return { code, stdout, stderr, records: lines.map((line) => JSON.parse(line)) };
}
