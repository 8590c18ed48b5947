import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { formatReceipt, isPublicKey, sanitizeForTerminal } from '@cairn/shared-schema';
import {
  type CliContext,
  ClientError,
  ExitCode,
  formatCount,
  formatNumberOf,
  formatTable,
  UsageError,
} from '@cairn/tui-kit';
import { findDonorKey } from '../credit/donor-key.js';
import { judgeReceipt, type ReceiptJudgement } from '../credit/judge-receipt.js';
import { KnownServers } from '../credit/known-servers.js';
import { fileNameOf, ReceiptStore, readBounded } from '../credit/receipt-store.js';
import { type CreditFlags, creditOf } from './credit-place.js';
import { dataDirOf } from './parse-run-flags.js';

type Judged = ReceiptJudgement & { readonly file: string };
type Held = Extract<Judged, { valid: true }>;

/** `cairn-donor receipts list`. */
export async function listReceiptsCommand(
  flags: CreditFlags & { readonly offline?: boolean },
  context: CliContext,
): Promise<void> {
  const dataDir = dataDirOf(flags, context.world.env);
  const trouble = flags.offline === true ? undefined : await fetchNew(flags, context);
  const judged = await judgeOwn(dataDir);
  const output = context.output(flags);
  for (const one of judged) output.record(one);
  const held = judged.filter(({ valid }) => valid) as Held[];
  output.text(
    held.length === 0
      ? 'No receipts yet: there is one for each proof that an organization has confirmed.'
      : table(held),
  );
  for (const one of judged)
    if (!one.valid) output.text(sanitizeForTerminal(`${one.file} does not hold: ${one.message}`));
  if (trouble === undefined) return;
  context.world.stderr.write(
    `${sanitizeForTerminal(`these are the ones that are here; the server could not be asked: ${trouble}`)}\n`,
  );
}

/** `cairn-donor receipts export FOLDER`. */
export async function exportCommand(folder: string, flags: CreditFlags, context: CliContext): Promise<void> {
  const held = (await judgeOwn(dataDirOf(flags, context.world.env))).filter(({ valid }) => valid) as Held[];
  const target = resolve(folder);
  await mkdir(target, { recursive: true });
  for (const { receipt } of held) await writeFile(join(target, fileNameOf(receipt)), formatReceipt(receipt));
  const output = context.output(flags);
  output.record({ folder: target, receipts: held.length });
  output.text(sanitizeForTerminal(`${formatNumberOf(held.length, 'receipt')} in ${target}`));
}

/** `cairn-donor receipts verify`: asks no server. */
export async function verifyCommand(
  files: readonly string[],
  flags: CreditFlags & { readonly serverKey?: string },
  context: CliContext,
): Promise<void> {
  const { serverKey } = flags;
  if (serverKey !== undefined && !isPublicKey(serverKey))
    throw new UsageError('--server-key is no public key', { expected: '64 hex digits in lower case' });
  const dataDir = dataDirOf(flags, context.world.env);
  const judged = await (files.length === 0
    ? judgeOwn(dataDir, serverKey)
    : judgeFiles(files, dataDir, serverKey));
  const own = (await findDonorKey(dataDir))?.publicKey;
  const output = context.output(flags);
  for (const one of judged) {
    output.record(one);
    output.text(
      sanitizeForTerminal(
        `${one.file}: ${one.valid ? aboutHeld(one, own) : `DOES NOT HOLD, ${one.message}`}`,
      ),
    );
  }
  if (judged.length === 0) output.text('There are no receipts here yet.');
  if (judged.some(({ valid }) => !valid)) context.exitWith(ExitCode.notSo);
}

/** @returns why the server could not be asked */
async function fetchNew(flags: CreditFlags, context: CliContext): Promise<string | undefined> {
  if ((await findDonorKey(dataDirOf(flags, context.world.env))) === undefined) return undefined;
  const credit = await creditOf(flags, context);
  try {
    await credit.meet(context.signal);
    await credit.fetchReceipts(context.signal);
    return undefined;
  } catch (error) {
    context.signal.throwIfAborted();
    if (!(error instanceof ClientError) || error.code === 'SERVER_KEY_CHANGED') throw error;
    return error.message;
  }
}

async function judgeOwn(dataDir: string, serverKey?: string): Promise<Judged[]> {
  const store = new ReceiptStore(dataDir);
  return judgeFiles(
    (await store.names()).map((name) => join(store.folder, name)),
    dataDir,
    serverKey,
  );
}

async function judgeFiles(files: readonly string[], dataDir: string, serverKey?: string): Promise<Judged[]> {
  const known = await new KnownServers(dataDir).all();
  const judged: Judged[] = [];
  for (const file of files) judged.push({ file, ...judgeReceipt(await readFileOf(file), known, serverKey) });
  return judged;
}

async function readFileOf(file: string): Promise<string> {
  try {
    return await readBounded(file);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`${file} cannot be read: ${why}`, { expected: 'the file of a receipt', cause });
  }
}

function aboutHeld({ receipt, server, byEarlierKey }: Held, own: string | undefined): string {
  const { donor, organization, confirmedAt, provenRows, inputBinding } = receipt;
  const whose = donor === own ? 'you' : `the donor ${donor.slice(0, 16)}`;
  const unbound = inputBinding === 'NONE' ? ', UNBOUND' : '';
  const by = `${server ?? 'the server of the key that you gave'}${byEarlierKey ? ' (by an earlier key)' : ''}`;
  return `holds, signed by ${by}: ${organization} confirmed ${formatCount(provenRows)} rows of ${whose} on ${confirmedAt}${unbound}`;
}

function table(held: readonly Held[]): string {
  return formatTable<Held>(
    [
      { title: 'confirmed', value: ({ receipt }) => receipt.confirmedAt.slice(0, 16).replace('T', ' ') },
      { title: 'organization', value: ({ receipt }) => receipt.organization, maxWidth: 30 },
      { title: 'proven rows', value: ({ receipt }) => formatCount(receipt.provenRows), align: 'right' },
      { title: 'program', value: ({ receipt }) => receipt.programHash.slice(0, 12) },
      { title: 'proof', value: ({ receipt }) => receipt.proofHash.slice(0, 12) },
      { title: 'input', value: ({ receipt }) => (receipt.inputBinding === 'NONE' ? 'UNBOUND' : 'bound') },
    ],
    held,
  );
}
