import { tmpdir } from 'node:os';
import { isDeepStrictEqual } from 'node:util';
import { type OutputColumn, parseOutputType } from '@cairn/shared-schema';
import { PATHS } from '../bundle/entry-kind.js';
import type { Manifest } from '../bundle/manifest.js';
import { type Reading, type ResultRow, readingOf } from '../results/result-row.js';
import { builtInAggregates } from '../results/results-json.js';
import { withWorkFolder } from '../storage/work-folder.js';
import { BundleReader, type FoundEntry } from './bundle-reader.js';
import { byPath, compareEntries } from './compare-entries.js';
import { AuditEnd, type Finding, Findings } from './finding.js';
import { type JudgedReceipts, judgeReceipts } from './judge-receipts.js';
import { type Judgement, judgeRows } from './judge-rows.js';
import { readManifest } from './read-manifest.js';
import { type ClaimedRow, readRows } from './read-rows.js';
import { Evidence } from './unpack-evidence.js';

/** FAILED: something is wrong. NOT_VERIFIED: nothing is, but the proofs are not there. NOT_JUDGED: the prover had trouble. */
export type AuditOutcome = 'VERIFIED' | 'NOT_VERIFIED' | 'NOT_JUDGED' | 'FAILED';

/** What an audit came to. */
export interface AuditReport {
  readonly outcome: AuditOutcome;
  readonly findings: readonly Finding[];
  /** What the bundle says of itself; undefined when it could not be read. */
  readonly manifest: Manifest | undefined;
  /** Public key that signed it. */
  readonly signer: string | undefined;
  readonly rows: number;
  /** Rows whose proof was verified here, and says what they say. */
  readonly verified: number;
  /** Rows that rest on a proof on which another row rests too. */
  readonly repeated: number;
  readonly notJudged: Judgement['notJudged'];
  /** Of a bundle without proofs. */
  readonly receipts: JudgedReceipts | undefined;
}

export interface AuditOptions {
  readonly signal: AbortSignal;
  /** The organization's public key, as the reader knows it from elsewhere. */
  readonly expectedKey?: string | undefined;
  readonly onProgress?: (done: number, total: number) => void;
  /** Where the evidence is unpacked, a part at a time; the system's temporary folder when left out. */
  readonly workFolder?: string;
}

type Judged = Pick<AuditReport, 'rows' | 'verified' | 'repeated' | 'notJudged' | 'receipts'>;

const NOTHING: Judged = { rows: 0, verified: 0, repeated: 0, notJudged: [], receipts: undefined };

/**
 * Verifies a bundle with nothing but what is in it: signature, hashes, every proof, every output, every aggregate. No script
 * of the bundle is run, and nobody is asked.
 * @throws UsageError for what is no file; the signal's reason. Whatever is wrong with the bundle is a finding.
 */
export async function auditBundle(path: string, options: AuditOptions): Promise<AuditReport> {
  await using reader = await BundleReader.open(path);
  const findings = new Findings();
  let about: { manifest: Manifest; signer: string } | undefined;
  let judged = NOTHING;
  try {
    const entries = byPath(await reader.entries(), findings);
    about = await readManifest(reader, entries, options.expectedKey, findings);
    judged = await judge(reader, entries, about.manifest, findings, options);
  } catch (error) {
    if (!(error instanceof AuditEnd)) throw error;
    findings.add(error.code, error.message, error.about);
  }
  return {
    outcome: outcomeOf(about?.manifest, judged, findings),
    findings: findings.all,
    manifest: about?.manifest,
    signer: about?.signer,
    ...judged,
  };
}

function judge(
  reader: BundleReader,
  entries: ReadonlyMap<string, FoundEntry>,
  manifest: Manifest,
  findings: Findings,
  options: AuditOptions,
): Promise<Judged> {
  compareEntries(entries, manifest, findings);
  return withWorkFolder(options.workFolder ?? tmpdir(), async (folder) => {
    const evidence = new Evidence(reader, entries, manifest, folder, findings);
    const taken = await takeAllButProofs(evidence, manifest);
    if (!entries.has(PATHS.results)) return NOTHING;
    const reading = readingOf(columnsOf(manifest));
    // Also of results that were changed: it is worth knowing which.
    const results = evidence.placeOfTaken(PATHS.results);
    const { rows, complete } = await readRows(results, reading, manifest.results, findings);
    checkNamed(rows, manifest, findings, complete);
    const files = { executable: taken.get(PATHS.executable), inputs: inputsOf(taken) };
    const { verified, proven, notJudged } = manifest.proofs
      ? await judgeRows(manifest, rows, reading, evidence, files, findings, options)
      : NONE_VERIFIED;
    const receipts = manifest.proofs ? undefined : taken.get(PATHS.receipts);
    if (complete) checkAggregates(manifest, rows, reading, proven, findings);
    return {
      rows: rows.length,
      verified,
      repeated: rows.length - new Set(rows.map(({ proofSha256 }) => proofSha256)).size,
      notJudged,
      receipts: receipts === undefined ? undefined : await judgeReceipts(receipts, manifest, rows, findings),
    };
  });
}

const NONE_VERIFIED: Judgement = { verified: 0, proven: new Map(), notJudged: [] };

async function takeAllButProofs(evidence: Evidence, { files }: Manifest): Promise<Map<string, string>> {
  const taken = new Map<string, string>();
  for (const { path } of files) {
    const place = path.startsWith('proofs/') ? undefined : await evidence.take(path);
    if (place !== undefined) taken.set(path, place);
  }
  return taken;
}

function inputsOf(taken: ReadonlyMap<string, string>): Map<string, string> {
  const inputs = [...taken].filter(([path]) => path.startsWith('inputs/'));
  return new Map(inputs.map(([path, place]) => [path.slice('inputs/'.length, -'.csv'.length), place]));
}

function columnsOf({ program }: Manifest): OutputColumn[] {
  return program.outputs.flatMap(({ name, type: text }) => {
    const type = parseOutputType(text);
    return type === undefined ? [] : [{ name, type }];
  });
}

/** Each row needs its files in the manifest, and each file of the manifest a row. */
function checkNamed(
  rows: readonly ClaimedRow[],
  { files, proofs }: Manifest,
  findings: Findings,
  complete: boolean,
): void {
  const listed = new Set(files.map(({ path }) => path));
  const named = new Set<string>();
  for (const { inputGroup, inputSha256, proofSha256 } of rows) {
    for (const path of [`inputs/${inputSha256}.csv`, ...(proofs ? [`proofs/${proofSha256}.bin`] : [])]) {
      named.add(path);
      if (listed.has(path)) continue;
      findings.add(
        'ENTRY_MISSING',
        `an entry is missing: the result of ${inputGroup.name} rests on ${path}, which the manifest does not name`,
        path,
      );
    }
  }
  const idle = [...listed].filter((path) => path.includes('/') && !named.has(path));
  if (!complete) return;
  for (const path of idle)
    findings.add('ENTRY_ADDED', `an entry was added: ${path}, on which no result rests`, path);
}

/** Over what the proofs say, where they hold; else over what the rows say. */
function checkAggregates(
  manifest: Manifest,
  rows: readonly ClaimedRow[],
  reading: Reading,
  proven: Judgement['proven'],
  findings: Findings,
): void {
  const resultRows = rows.map(
    ({ inputGroup, proofSha256, trust, values }, index): ResultRow => ({
      inputGroup,
      proofSha256,
      trust,
      bound: manifest.program.inputBinding !== 'none',
      values: proven.get(index) ?? values ?? [],
    }),
  );
  const found = builtInAggregates(reading.columns, resultRows);
  for (const kind of ['aggregates', 'histograms'] as const) {
    if (isDeepStrictEqual(found[kind], manifest[kind])) continue;
    findings.add(
      'AGGREGATE_WRONG',
      `the ${kind} do not follow from the results: recomputed here they are ${brief(found[kind])}`,
    );
  }
}

function brief(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 400 ? `${text.slice(0, 397)}...` : text;
}

function outcomeOf(manifest: Manifest | undefined, judged: Judged, findings: Findings): AuditOutcome {
  if (manifest === undefined || findings.total > 0) return 'FAILED';
  if (!manifest.proofs) return 'NOT_VERIFIED';
  return judged.verified === judged.rows ? 'VERIFIED' : 'NOT_JUDGED';
}
