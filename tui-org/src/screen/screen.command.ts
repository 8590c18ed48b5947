import { UsageError } from '@cairn/tui-kit';
import type { Command } from 'commander';
import type { OpenWorkplace } from '../cli/open-workplace.js';

const EXAMPLES = `
Examples:
  cairn-org screen
  cairn-org --server https://cairn.example.org

Keys stand in the last line of the screen; ? shows all of them. Everything on it is also a command.`;

/** `screen`, and what `cairn-org` does without a command. */
export function addScreen(cli: Command, open: OpenWorkplace): void {
  cli
    .command('screen', { isDefault: true })
    .description('all of it on a full screen (what `cairn-org` alone opens on a terminal)')
    // What is no command arrives here.
    .allowExcessArguments()
    .allowUnknownOption()
    .addHelpText('after', EXAMPLES)
    .action(async (_options: object, command: Command) => {
      refuseUnknown(command.args, cli);
      // Loaded when it is wanted: whoever gives a command has no use for it.
      const { openOrgScreen } = await import('./open-org-screen.js');
      await openOrgScreen(await open(command));
    });
}

function refuseUnknown([first]: readonly string[], cli: Command): void {
  if (first === undefined) return;
  const kind = first.startsWith('-') ? 'option' : 'command';
  throw new UsageError(`unknown ${kind} '${first}'`, {
    expected: `one of ${cli.commands.map((one) => one.name()).join(', ')}`,
    help: '`cairn-org --help` explains them',
  });
}
