import { resolve } from 'node:path';
import { ARCHIVE_LIMITS } from '@cairn/shared-schema';
import { downloadFile } from '@cairn/tui-kit';
import type { Command } from 'commander';
import type { OpenWorkplace } from '../cli/open-workplace.js';

const EXAMPLES = `
Examples:
  cairn-org template
  cairn-org template --output template.tar

The archive is the server's: for those who upload it by other means. \`cairn-org new\` makes a package on this machine.`;

/** `template`: fetches the archive that the server gives to beginners. */
export function addTemplate(cli: Command, open: OpenWorkplace): void {
  cli
    .command('template')
    .description("fetch the server's template of a program, a .tar that can be uploaded")
    .option('--output <file>', 'where to write it', 'my_program.tar')
    .addHelpText('after', EXAMPLES)
    .action(async ({ output }: { output: string }, command: Command) => {
      const { server, signal, out, say } = await open(command);
      const destination = resolve(output);
      const { address } = server;
      const limits = { maxBytes: ARCHIVE_LIMITS.maxTotalBytes, signal };
      const { bytes, sha256 } = await downloadFile({
        address,
        url: '/program/template',
        destination,
        ...limits,
      });
      out.record({ file: destination, bytes, sha256 });
      say(`Wrote ${destination}.`);
    });
}
