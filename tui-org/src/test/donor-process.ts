import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The compiled client of donors. */
const DONOR = fileURLToPath(new URL('../../../tui-donor/dist/bin.js', import.meta.url));

/** It works also on battery, on a hot machine, on one with little memory, and on one that others use. */
const WHATEVER_THE_MACHINE = {
  CAIRN_DONOR_ON_BATTERY: 'work',
  CAIRN_DONOR_SESSION_PRIORITY: 'usual',
  CAIRN_DONOR_MAX_TEMPERATURE: 'none',
  CAIRN_DONOR_FREE_MEMORY: 'none',
  CAIRN_DONOR_IDLE_FREE_MEMORY: 'none',
};

/** A donor at work, as a process of its own. */
export interface DonorProcess extends AsyncDisposable {
  /** Waits until it has done what it was asked for. @throws Error with what it said, when it ended otherwise */
  done(): Promise<void>;
}

/** Starts `cairn-donor run`, which ends after so many accepted proofs. */
export function startDonor(server: string, dataDir: string, count: number): DonorProcess {
  const flags = ['--server', server, '--data-dir', dataDir, '--mode', 'full', '--wait', '--count'];
  const child = spawn(process.execPath, [DONOR, 'run', ...flags, String(count), '--json'], {
    env: { ...process.env, NODE_OPTIONS: '', ...WHATEVER_THE_MACHINE },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece: Buffer) => {
      said += piece;
    });
  const ended = once(child, 'close');
  return {
    async done() {
      await ended;
      if (child.exitCode !== 0) throw new Error(`the donor ended with ${child.exitCode}:\n${said}`);
    },
    async [Symbol.asyncDispose]() {
      if (isRunning(child)) child.kill('SIGTERM');
      await ended;
    },
  };
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}
