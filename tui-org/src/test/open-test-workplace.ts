import { PassThrough } from 'node:stream';
import { CliContext } from '@cairn/tui-kit';
import { streamTerminal } from '../cli/terminal.js';
import { openWorkplace, type Workplace } from '../cli/workplace.js';

/** A workplace in a folder of its own, and what was said in it. */
export interface TestWorkplace {
  readonly place: Workplace;
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly exitCode: () => number | undefined;
}

/** Opens a workplace for one part of the client at a time. */
export async function openTestWorkplace(
  dataDir: string,
  { url = 'http://127.0.0.1:9', json = false } = {},
): Promise<TestWorkplace> {
  const said = { stdout: '', stderr: '' };
  const world = {
    stdout: { write: (text: string) => (said.stdout += text) },
    stderr: { write: (text: string) => (said.stderr += text) },
    env: {},
  };
  const { signal } = new AbortController();
  const context = new CliContext(world, signal);
  const terminal = streamTerminal(new PassThrough(), world.stderr, signal);
  const place = await openWorkplace(context, terminal, { server: url, dataDir, json });
  return { place, stdout: () => said.stdout, stderr: () => said.stderr, exitCode: () => context.exitCode };
}
