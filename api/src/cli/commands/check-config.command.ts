import type { Command } from 'commander';
import { loadConfig } from '../../config/load-config.js';
import { checkParts, type PartCheck } from '../check-parts.js';
import type { CommandContext } from '../command-context.js';
import { describeConfig } from '../describe-config.js';
import { ExitCode } from '../exit-code.js';

/** `cairn-api check-config` */
export function addCheckConfig(cli: Command, context: CommandContext): void {
  cli
    .command('check-config')
    .description('show what is set, without secrets, and try whether everything that it names can be used')
    .action(async (_options: object, command: Command) => {
      const config = await loadConfig(context.env);
      const settings = describeConfig(config);
      const checks = await checkParts(config);
      const shown = Object.entries(settings).map(([name, value]) => `${name.padEnd(20)} ${value}`);
      context.tell(command, { settings, checks }, [...shown, '', ...checks.map(line)]);
      if (!checks.every(({ ok }) => ok)) context.exitCode = ExitCode.checkFailed;
    });
}

function line({ part, ok, found }: PartCheck): string {
  return `${ok ? 'ok   ' : 'WRONG'} ${part}: ${found}`;
}
