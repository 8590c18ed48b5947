import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import type { CliWorld } from './cli-world.js';
import { CommandError } from './command-error.js';
import { ExitCode } from './exit-code.js';

/** What commands share: the process's streams, how results are told, and the question before something is lost. */
export class CommandContext {
  exitCode: ExitCode = ExitCode.ok;

  constructor(readonly world: CliWorld) {}

  get env(): NodeJS.ProcessEnv {
    return this.world.env;
  }

  /** Tells a result: lines for a person, or with `--json` the facts on one line. */
  tell(command: Command, facts: object, lines: string | readonly string[]): void {
    const { json } = command.optsWithGlobals<{ json?: boolean }>();
    const text = json === true ? JSON.stringify(facts) : [lines].flat().join('\n');
    this.world.stdout.write(`${text}\n`);
  }

  /**
   * Asks before something that cannot be taken back, unless `--yes` was given.
   * @throws CommandError when the answer is not yes, or nobody can be asked.
   */
  async confirm(command: Command, question: string): Promise<void> {
    if (command.optsWithGlobals<{ yes?: boolean }>().yes === true) return;
    const { stdin, stderr } = this.world;
    if (stdin.isTTY !== true || stderr.isTTY !== true)
      throw new CommandError(`${question} Nobody can be asked here.`, 'Say --yes if you mean it.');
    const asker = createInterface({ input: stdin, output: stderr });
    try {
      const answer = await asker.question(`${question} [y/N] `);
      if (!/^y(?:es)?$/iu.test(answer.trim()))
        throw new CommandError('Nothing was changed.', 'Answer y to go on.');
    } finally {
      asker.close();
    }
  }
}
