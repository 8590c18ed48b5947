import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { sanitizeForTerminal } from '@cairn/shared-schema';
import { type CliContext, type ExitCode, loadClientSettings, type Output } from '@cairn/tui-kit';
import { OrgServer } from '../account/org-server.js';
import { type SessionStore, sessionStore } from '../account/session-store.js';
import { type KeptInputs, keptInputs } from '../inputs/kept-inputs.js';
import { type KeptPrograms, keptPrograms } from '../programs/kept-programs.js';
import { type Verdicts, verdicts } from '../proofs/verdicts.js';
import { dataDir, serverDir } from '../storage/data-dir.js';
import { type FileStore, fileStore } from '../storage/file-store.js';
import type { Terminal } from './terminal.js';

/** What every command takes. */
export interface CommonOptions {
  readonly server?: string;
  readonly dataDir?: string;
  readonly json?: boolean;
}

/** What a command works with: one server, what this machine keeps of it, and where results and remarks go. */
export interface Workplace {
  readonly server: OrgServer;
  readonly sessions: SessionStore;
  /** The folder that holds what is kept of this server. */
  readonly folder: string;
  readonly programs: KeptPrograms;
  readonly inputs: KeptInputs;
  readonly executables: FileStore;
  readonly inputFiles: FileStore;
  readonly proofFiles: FileStore;
  readonly verdicts: Verdicts;
  readonly out: Output;
  readonly terminal: Terminal;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  /** Children that may run side by side. */
  readonly width: number;
  /** A result for people; what could drive a terminal is taken out. */
  say(text: string): void;
  /** A remark for the person, on stderr, so that it never gets among the results. */
  remark(text: string): void;
  /** Ends the program with this code though nothing is thrown. */
  exitWith(code: ExitCode): void;
}

/** Finds server and folder by the settings. @throws UsageError for a setting that cannot be used */
export async function openWorkplace(
  context: CliContext,
  terminal: Terminal,
  options: CommonOptions,
): Promise<Workplace> {
  const { env, stderr } = context.world;
  const settings = await loadClientSettings({ flags: { server: options.server }, env });
  const serverUrl = settings.serverUrl.value;
  const folder = serverDir(dataDir({ flag: options.dataDir, env }), serverUrl);
  const sessions = sessionStore(folder);
  const out = context.output(options);
  return {
    server: new OrgServer(serverUrl, sessions),
    sessions,
    folder,
    programs: keptPrograms(folder),
    inputs: keptInputs(folder),
    executables: fileStore(join(folder, 'executables'), '.executable.json'),
    inputFiles: fileStore(join(folder, 'inputs'), '.csv'),
    proofFiles: fileStore(join(folder, 'proofs'), '.bin'),
    verdicts: verdicts(folder),
    out,
    terminal,
    env,
    signal: context.signal,
    width: availableParallelism(),
    say: (text) => out.text(sanitizeForTerminal(text, { keepLines: true })),
    exitWith: (code) => context.exitWith(code),
    remark: (text) => void stderr.write(`${sanitizeForTerminal(text, { keepLines: true })}\n`),
  };
}
