import { Command } from 'commander';
import { explainError } from './explain-error.js';

/** A command whose action may let errors of other parts of the project through: they are explained on their way out. */
export class OrgCommand extends Command {
  override createCommand(name?: string): OrgCommand {
    return new OrgCommand(name);
  }

  override action(act: Parameters<Command['action']>[0]): this {
    return super.action(async (...args) => {
      try {
        await act.apply(this, args);
      } catch (error) {
        throw explainError(error);
      }
    });
  }
}
