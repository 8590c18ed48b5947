import { addCompletion, type CliContext } from '@cairn/tui-kit';
import type { Command } from 'commander';
import { addLogin } from '../account/login.command.js';
import { addLogout } from '../account/logout.command.js';
import { addPassword } from '../account/password.command.js';
import { addRegister } from '../account/register.command.js';
import { addSessions } from '../account/sessions.command.js';
import { addAudit } from '../audit/audit.command.js';
import { addKey } from '../bundle/key.command.js';
import { addDelete } from '../deletion/delete.command.js';
import { addExport } from '../export/export.command.js';
import { addFailures } from '../failures/failures.command.js';
import { addAddInputs } from '../inputs/add-inputs.command.js';
import { addInputs } from '../inputs/inputs.command.js';
import { addNew } from '../programs/new.command.js';
import { addPrograms } from '../programs/programs.command.js';
import { addPublish } from '../programs/publish.command.js';
import { addConfirm } from '../proofs/confirm.command.js';
import { addProof } from '../proofs/proof.command.js';
import { addProofs } from '../proofs/proofs.command.js';
import { addReject } from '../proofs/reject.command.js';
import { addVerify } from '../proofs/verify.command.js';
import { addResults } from '../results/results.command.js';
import { addScreen } from '../screen/screen.command.js';
import { addTemplate } from '../template/template.command.js';
import { addToken } from '../tokens/token.command.js';
import { addWatch } from '../watch/watch.command.js';
import { addWebhookCommands } from '../webhooks/webhook.command.js';
import type { OpenWorkplace } from './open-workplace.js';
import { OrgCommand } from './org-command.js';
import { type InputStream, streamTerminal } from './terminal.js';
import { type CommonOptions, openWorkplace } from './workplace.js';

const EXIT_CODES = `
Without a command it opens the full screen.

A first session by commands:
  cairn-org register --username lab --name "Folding Lab"
  cairn-org publish cairo-sample --name "HP folding" --lease 10m
  cairn-org add-inputs "HP folding" inputs/
  cairn-org verify --all
  cairn-org confirm --all-verified
  cairn-org results "HP folding"

Exit codes: 0 done; 1 a proof is invalid or a decision was refused; 2 bad usage or input, or the server said no;
3 a limit was reached or there is nothing to do; 4 a defect; 69 the server cannot be reached; 130, 143 interrupted.`;

/** In the order of the help. */
const COMMANDS = [
  addScreen,
  addRegister,
  addLogin,
  addLogout,
  addPassword,
  addSessions,
  addToken,
  addWebhookCommands,
  addDelete,
  addNew,
  addTemplate,
  addPublish,
  addPrograms,
  addAddInputs,
  addInputs,
  addFailures,
  addWatch,
  addProofs,
  addProof,
  addVerify,
  addConfirm,
  addReject,
  addResults,
  addExport,
  addAudit,
  addKey,
] as const;

/** The command line of the organization's client. */
export function buildCli(context: CliContext, keys: InputStream): Command {
  const { world, signal } = context;
  const cli = new OrgCommand(signal, 'cairn-org')
    .description('Publish programs for donated computing; verify, confirm and aggregate what comes back.')
    .option('--server <url>', 'address of the server (or PROGRAM_DISTRIBUTOR_URL)')
    .option('--data-dir <folder>', 'where sessions, programs, inputs and proofs are kept (or CAIRN_ORG_DIR)')
    .option('--json', 'write results as JSON lines')
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('after', EXIT_CODES);
  const terminal = streamTerminal(keys, world.stderr, signal);
  const open: OpenWorkplace = (command) =>
    openWorkplace(context, terminal, command.optsWithGlobals<CommonOptions>());
  for (const add of COMMANDS) add(cli, open);
  addCompletion(cli, context, 'screen');
  return cli;
}
