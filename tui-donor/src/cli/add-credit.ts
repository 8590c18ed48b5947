import type { CliContext } from '@cairn/tui-kit';
import type { Command } from 'commander';

const keys = () => import('./key-commands.js');
const handling = () => import('./receipt-commands.js');

/** The commands about who the donor is, and what it is credited with. */
export function addCredit(program: Command, context: CliContext): void {
  const key = program.command('key').description('the key that this donor is known by, and those of servers');
  common(
    key.command('show').description('the public key of this donor, and the servers that it knows'),
  ).action(async (flags) => (await keys()).keyShowCommand(flags, context));
  ofServer(key.command('trust').description("take a server's new key for its own, after you have asked"))
    .argument('<key-id>', 'the id of the new key, as the operator told you')
    .action(async (keyId: string, flags) => (await keys()).keyTrustCommand(keyId, flags, context));
  ofServer(program.command('nickname').description('what to be called on leaderboards'))
    .argument('[name]', 'the new one; without it, the present one is shown')
    .option('--clear', 'be known by the key alone')
    .action(async (name: string | undefined, flags) =>
      (await import('./nickname-command.js')).nicknameCommand(name, flags, context),
    );
  ofServer(program.command('leaderboard').description('who has proven most, and your place'))
    .option('--program <id>', 'of this program alone')
    .option('--first <n>', 'how many', '20')
    .action(async (flags) => (await import('./leaderboard-command.js')).leaderboardCommand(flags, context));
  addReceipts(program, context);
}

function addReceipts(program: Command, context: CliContext): void {
  const receipts = program
    .command('receipts')
    .description('what organizations have confirmed, signed by the server');
  ofServer(receipts.command('list').description('all receipts; new ones are fetched first'))
    .option('--offline', 'ask no server')
    .action(async (flags) => (await handling()).listReceiptsCommand(flags, context));
  common(receipts.command('export').description('copy all receipts that hold into a folder'))
    .argument('<folder>')
    .action(async (folder: string, flags) => (await handling()).exportCommand(folder, flags, context));
  common(
    receipts
      .command('verify')
      .description('check receipts without any network; exit code 1 when one does not hold'),
  )
    .argument('[files...]', "receipts; all of this donor's when none is named")
    .option('--server-key <key>', "the server's public key, where this donor does not know the server")
    .action(async (files: string[], flags) => (await handling()).verifyCommand(files, flags, context));
}

function common(command: Command): Command {
  return command
    .option('--data-dir <dir>', 'where the donor keeps its place')
    .option('--json', 'print JSON lines');
}

function ofServer(command: Command): Command {
  return common(command).option('--server <url>', 'the server (PROGRAM_DISTRIBUTOR_URL)');
}
