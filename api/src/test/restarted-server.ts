import { type Asker, askGraphql, type GraphqlAnswer, onlyOne } from './graphql-caller.js';
import { ServerProcess } from './server-process.js';

/** `cairn-api serve` over one data folder, ended and started again while clients go on. */
export class RestartedServer implements AsyncDisposable {
  private constructor(
    private readonly folder: string,
    private readonly env: NodeJS.ProcessEnv,
    private process: ServerProcess,
    /** Of the present process: each has another port. */
    public url: string,
  ) {}

  static async start(folder: string, env: NodeJS.ProcessEnv = {}): Promise<RestartedServer> {
    const process = ServerProcess.start(folder, env);
    return new RestartedServer(folder, env, process, await process.url());
  }

  /** Ends the process and starts another. @returns with which code it ended; null when it was killed */
  async restart(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    this.process.child.kill(signal);
    const code = await this.process.ended;
    this.process = ServerProcess.start(this.folder, this.env);
    this.url = await this.process.url();
    return code;
  }

  ask(query: string, variables?: Record<string, unknown>, asker?: Asker): Promise<GraphqlAnswer> {
    return askGraphql(this.url, query, variables, asker);
  }

  /** Asks for one thing that must go well; returns it alone. */
  async get<T>(query: string, variables?: Record<string, unknown>, asker?: Asker): Promise<T> {
    return onlyOne(await this.ask(query, variables, asker));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.process[Symbol.asyncDispose]();
  }
}
