import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { formatReceipt, type Receipt } from '@cairn/shared-schema';
import { ClientError, ExitCode, formatBytes, type SigningKey, sha256OfFile } from '@cairn/tui-kit';
import type { Workplace } from '../cli/workplace.js';
import type { Reduction } from '../reducer/reduction.js';
import { builtInAggregates } from '../results/results-json.js';
import { withWorkFolder } from '../storage/work-folder.js';
import { writeWhole } from '../storage/write-whole.js';
import { bundleBytes, type PackedFile } from './bundle-bytes.js';
import type { CollectedBundle } from './collect-bundle.js';
import { countValues } from './count-values.js';
import { entryKind, inputPath, mostBytes, PATHS, proofPath } from './entry-kind.js';
import { BUNDLE_LIMITS } from './limits.js';
import { formatEntry, type Manifest } from './manifest.js';

/** What goes into a bundle beside the results themselves. */
export interface BundleContents {
  readonly collected: CollectedBundle;
  /** Of a bundle without proofs: what the server has signed of them. */
  readonly receipts: readonly Receipt[];
  readonly reducer?: { readonly reduction: Reduction; readonly path: string };
}

/**
 * Writes a bundle, whole or not at all. The same results make the same bytes.
 * @throws ClientError BUNDLE_TOO_LARGE; LOCAL_FILE_DAMAGED
 */
export async function writeBundle(
  { folder }: Pick<Workplace, 'folder'>,
  destination: string,
  contents: BundleContents,
  key: SigningKey,
): Promise<void> {
  checkValues(contents.collected);
  await withWorkFolder(folder, async (work) => {
    const files = await filesOf(contents, work);
    await writeWhole(destination, bundleBytes(aboutBundle(contents), files, key), 0o644);
  });
}

function aboutBundle({ collected, reducer }: BundleContents): Omit<Manifest, 'files'> {
  const { organization, program, columns, rows, set, withProofs } = collected;
  return {
    cairnBundle: 1,
    organization: { id: organization.id, name: organization.name },
    program: { ...program, outputs: columns },
    proofs: withProofs,
    results: rows.length,
    ...builtInAggregates(set.columns, set.rows),
    reducer: reducer === undefined ? null : { ...reducer.reduction },
  };
}

async function filesOf(
  { collected, receipts, reducer }: BundleContents,
  work: string,
): Promise<PackedFile[]> {
  const results = join(work, 'results');
  await writeWhole(
    results,
    collected.rows.map((row) => formatEntry(row)),
  );
  const signed = join(work, 'receipts');
  if (!collected.withProofs) await writeWhole(signed, receipts.map(receiptLine));
  const sources: [path: string, source: string][] = [
    [PATHS.executable, collected.executable],
    [PATHS.results, results],
    ...(reducer ? [[PATHS.reducer, reducer.path] as [string, string]] : []),
    ...(collected.withProofs ? [] : [[PATHS.receipts, signed] as [string, string]]),
    ...sorted(collected.inputs, inputPath),
    ...sorted(collected.proofs, proofPath),
  ];
  const files: PackedFile[] = [];
  for (const [path, source] of sources) files.push(await pack(path, source));
  return files;
}

function sorted(files: ReadonlyMap<string, string>, pathOf: (sha256: string) => string): [string, string][] {
  return [...files.keys()].sort().map((sha256) => [pathOf(sha256), files.get(sha256) ?? '']);
}

function receiptLine(receipt: Receipt): string {
  return formatEntry(JSON.parse(formatReceipt(receipt)));
}

async function pack(path: string, source: string): Promise<PackedFile> {
  const { size } = await stat(source);
  const kind = entryKind(path);
  if (kind !== undefined && size <= mostBytes(kind)) {
    return { path, source, size, sha256: (await sha256OfFile(source)) ?? '' };
  }
  const most = formatBytes(kind === undefined ? 0 : mostBytes(kind));
  throw tooLarge(`${path} (${basename(source)}) has ${formatBytes(size)}`, `at most ${most}`);
}

function checkValues({ set }: CollectedBundle): void {
  const count = set.rows.reduce((sum, { values }) => sum + countValues(values), 0);
  if (count <= BUNDLE_LIMITS.values) return;
  throw tooLarge(`the results have ${count} values`, `at most ${BUNDLE_LIMITS.values}`);
}

function tooLarge(what: string, expected: string): ClientError {
  return new ClientError(`${what}, too much for a bundle`, {
    code: 'BUNDLE_TOO_LARGE',
    exitCode: ExitCode.limit,
    expected,
    help: 'export it as CSV, JSON or NDJSON instead',
  });
}
