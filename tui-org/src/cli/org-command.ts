import { Command } from 'commander';
import { explainError } from './explain-error.js';

/**
 * A command whose action may let errors of other parts of the project through: they are explained on their way out.
 * After an interruption that is the only reason that counts, whatever broke because of it.
 */
export class OrgCommand extends Command {
  readonly #signal: AbortSignal;

  constructor(signal: AbortSignal, name?: string) {
    super(name);
    this.#signal = signal;
  }

  override createCommand(name?: string): OrgCommand {
    return new OrgCommand(this.#signal, name);
  }

  override action(act: Parameters<Command['action']>[0]): this {
    return super.action(async (...args) => {
      try {
        await act.apply(this, args);
      } catch (error) {
        this.#signal.throwIfAborted();
        throw explainError(error);
      }
    });
  }
}
