import type { ChildProcess } from 'node:child_process';
import { startCairnApi } from './run-cairn-api.js';

/** `cairn-api serve` as a process of its own. */
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
    return new ServerProcess(startCairnApi(dataDir, ['serve'], env));
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
