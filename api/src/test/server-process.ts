import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { databaseEnvironment } from './test-database.js';

const SERVER = join(import.meta.dirname, '../../dist/server.js');

/** `api/dist/server.js` as a process of its own. */
export class ServerProcess implements AsyncDisposable {
  stdout = '';
  stderr = '';
  readonly ended: Promise<number | null>;

  private constructor(readonly child: ChildProcess) {
    child.stdout?.on('data', (chunk: Buffer) => {
      this.stdout += chunk.toString();
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      this.stderr += chunk.toString();
    });
    this.ended = new Promise((resolve) => child.once('close', resolve));
  }

  static start(dataDir: string, env: NodeJS.ProcessEnv = {}): ServerProcess {
    if (!existsSync(SERVER)) throw new Error(`${SERVER} is missing: build first, with \`npx tsc -b\`.`);
    const settings = {
      CAIRN_DATA_DIR: dataDir,
      SERVER_EXTERNAL_PORT: '0',
      NODE_OPTIONS: '',
      ...databaseEnvironment(dataDir),
    };
    return new ServerProcess(
      spawn(process.execPath, [SERVER], {
        env: { ...process.env, ...settings, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
  }

  /** The address that it prints when it is ready. */
  async url(): Promise<string> {
    while (!this.stdout.includes('\n')) {
      const ended = await Promise.race([this.ended.then(() => true), nextTurn()]);
      if (ended === true) throw new Error(`The server ended: ${this.stderr}`);
    }
    return this.stdout.trim().split(' ').at(-1) ?? '';
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 10));
}
