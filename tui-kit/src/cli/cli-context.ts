import type { ExitCode } from '../errors/exit-code.js';
import { Output, type TextStream, wantsColors } from '../output/output.js';

/** The world around a command: the process itself, outside of tests. */
export interface CliWorld {
  readonly stdout: TextStream;
  readonly stderr: TextStream;
  readonly env: NodeJS.ProcessEnv;
}

/** What the actions of a command-line program are given. */
export class CliContext {
  #exitCode: ExitCode | undefined;

  constructor(
    readonly world: CliWorld,
    /** Aborts on the first SIGINT, SIGTERM or SIGHUP, with an InterruptedError as its reason. */
    readonly signal: AbortSignal,
  ) {}

  /** Where results go: lines for people, or JSON lines. */
  output(options: { readonly json?: boolean | undefined }): Output {
    const { stdout, env } = this.world;
    return new Output(stdout, options.json === true, wantsColors(stdout, env));
  }

  /** Lets the program end with another code than 0 though nothing was thrown. */
  exitWith(code: ExitCode): void {
    this.#exitCode = code;
  }

  get exitCode(): ExitCode | undefined {
    return this.#exitCode;
  }
}
