import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { waitForLine } from './wait-for-line.js';

export interface StartApiOptions {
  /** Kept when the server stops; a temporary folder, which is removed, when left out. */
  readonly dataDir?: string;
  /** 0, the default, lets the system choose. */
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** A real API, running as a child process. */
export interface RunningApi {
  /** The server's root, such as `http://127.0.0.1:41234`. */
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  /** What it has written so far. */
  log(): string;
  /** Ends it as an operator would, and removes its temporary folder. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. Its folder stays, for another start, until `stop` is called. */
  kill(): Promise<void>;
}

/** Starts `cairn-api serve` of this checkout and waits until it listens. */
export async function startApi(options: StartApiOptions = {}): Promise<RunningApi> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'cairn-api-')));
  const child = spawn(process.execPath, [serverPath(), 'serve'], {
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      SERVER_EXTERNAL_PORT: String(options.port ?? 0),
      CAIRN_DATA_DIR: dataDir,
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = waitForLine(child, /Cairn API listening on (http:\/\/[^\s"]+:(\d+))/u, 30_000);
  const stop = async (): Promise<void> => {
    await endChild(child, 'SIGTERM');
    if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const match = await output.matched;
    const url = match[1] ?? '';
    const kill = (): Promise<void> => endChild(child, 'SIGKILL');
    return { url, port: Number(match[2]), dataDir, log: output.log, stop, kill };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Finds the built server from this file's sources (`tui-kit/test`) and from its compiled form (`tui-kit/dist/test`). */
function serverPath(): string {
  for (const path of ['../../api/dist/bin.js', '../../../api/dist/bin.js']) {
    const candidate = fileURLToPath(new URL(path, import.meta.url));
    if (existsSync(candidate)) return candidate;
  }
  throw new Error('api/dist/bin.js is not there: build the workspaces first (npm run build)');
}

async function endChild(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  const forced = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(forced);
}
