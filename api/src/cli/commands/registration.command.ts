import type { Command } from 'commander';
import { setRegistration } from '../../operator/set-registration.js';
import { asOperator } from '../as-operator.js';
import type { CommandContext } from '../command-context.js';

/** `cairn-api registration open` and `close` */
export function addRegistration(cli: Command, context: CommandContext): void {
  const group = cli.command('registration').description('whether new organizations may register');
  for (const [name, open] of [
    ['open', true],
    ['close', false],
  ] as const) {
    group
      .command(name)
      .description(open ? 'let new organizations register' : 'let no new organization register')
      .action(async (_options: object, command: Command) => {
        await asOperator(context.env, (ctx) => setRegistration(ctx, { open }));
        context.tell(command, { registrationOpen: open }, `Registration is ${open ? 'open' : 'closed'}.`);
      });
  }
}
