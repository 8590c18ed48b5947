import { isDeepStrictEqual } from 'node:util';
import type { ItemVerdict, VerifyItem } from '@cairn/prover';
import { leadingFelts, type OutputValue, outputHash } from '@cairn/shared-schema';
import { jsonLine } from '@cairn/tui-kit';
import { proofPath } from '../bundle/entry-kind.js';
import type { Manifest } from '../bundle/manifest.js';
import { verifyEach } from '../proofs/verify-each.js';
import { type Reading, readOutput } from '../results/result-row.js';
import { outputsJson } from '../results/results-json.js';
import type { Findings } from './finding.js';
import type { ClaimedRow } from './read-rows.js';
import type { Evidence } from './unpack-evidence.js';

/** What verification came to. */
export interface Judgement {
  /** Rows that say what their proof says. */
  readonly verified: number;
  /** What each proof says, by the index of its row; none where the output cannot be read. */
  readonly proven: ReadonlyMap<number, readonly OutputValue[]>;
  /** Why there was no verdict on a row, by its input group: never a reason to call it wrong. */
  readonly notJudged: readonly { readonly about: string; readonly message: string }[];
}

export interface JudgeRowsOptions {
  readonly signal: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Proofs that lie unpacked at once. */
const PROOFS_AT_ONCE = 200;

/** Verifies every row's proof on all cores and holds the row against it. */
export async function judgeRows(
  { program }: Manifest,
  rows: readonly ClaimedRow[],
  reading: Reading,
  evidence: Evidence,
  files: { readonly executable: string | undefined; readonly inputs: ReadonlyMap<string, string> },
  findings: Findings,
  { signal, onProgress }: JudgeRowsOptions,
): Promise<Judgement> {
  const proven = new Map<number, readonly OutputValue[]>();
  let verified = 0;
  const notJudged: { about: string; message: string }[] = [];
  const conclude = (item: ItemVerdict): void => {
    const index = Number(item.id);
    const row = rows[index] as ClaimedRow;
    if ('failure' in item) {
      notJudged.push({ about: row.inputGroup.name, message: item.failure.message });
    } else {
      const { values, isAsClaimed } = holdAgainst(row, item.verdict, program, reading, findings);
      if (values !== undefined) proven.set(index, values);
      if (isAsClaimed) verified += 1;
    }
    onProgress?.(verified, rows.length);
  };
  const { inputBinding: binding, calldata } = program;
  for (const batch of batches(rows)) {
    const items: VerifyItem[] = [];
    for (const [sha256, indexes] of batch) {
      const proof = await evidence.take(proofPath(sha256));
      for (const index of indexes) {
        const input = files.inputs.get(rows[index]?.inputSha256 ?? '');
        if (proof === undefined || input === undefined || files.executable === undefined) continue;
        items.push({ id: String(index), proof, input, executable: files.executable, binding, calldata });
      }
    }
    await verifyEach(items, signal, conclude);
    for (const sha256 of batch.keys()) await evidence.drop(proofPath(sha256));
  }
  return { verified, proven, notJudged };
}

type Verdict = Extract<ItemVerdict, { readonly verdict: unknown }>['verdict'];

/** What a proof says of its row: the values where it is a proof of the program, and whether the row says the same. */
function holdAgainst(
  row: ClaimedRow,
  verdict: Verdict,
  program: Manifest['program'],
  reading: Reading,
  findings: Findings,
): { readonly values?: readonly OutputValue[]; readonly isAsClaimed: boolean } {
  if (!verdict.valid) {
    tellInvalid(row, verdict, findings);
    return { isAsClaimed: false };
  }
  const { programHash, output } = verdict;
  if (programHash !== program.programHash) {
    tellOtherProgram(row, programHash, program, findings);
    return { isAsClaimed: false };
  }
  const read = readProven(output, program, reading);
  return { values: read.values, isAsClaimed: saysTheSame(row, output, read, reading, findings) };
}

/** The rows of each proof, so many proofs at a time. */
function* batches(rows: readonly ClaimedRow[]): Generator<Map<string, number[]>> {
  const ofProof = Map.groupBy(rows.keys(), (index) => rows[index]?.proofSha256 ?? '');
  const all = [...ofProof];
  for (let from = 0; from < all.length; from += PROOFS_AT_ONCE)
    yield new Map(all.slice(from, from + PROOFS_AT_ONCE));
}

type Read = ReturnType<typeof readOutput>;

function readProven(
  output: readonly string[],
  { inputBinding }: Manifest['program'],
  reading: Reading,
): Read {
  // In front of the output stands how long the echoed input is, which the verifier has held against the file.
  const echoed = inputBinding === 'echo' ? Number(BigInt(output[0] ?? '0x0')) : 0;
  return readOutput(output, reading, leadingFelts(inputBinding, echoed));
}

function saysTheSame(
  row: ClaimedRow,
  output: readonly string[],
  { values, problem }: Read,
  { columns }: Reading,
  findings: Findings,
): boolean {
  const { name } = row.inputGroup;
  const outputs = problem === undefined ? outputsJson(columns, values) : null;
  if (outputHash(output) === row.outputHash && isDeepStrictEqual(outputs, row.outputs)) return true;
  findings.add(
    'OUTPUT_CHANGED',
    `an output was changed: of ${name} the bundle says ${brief(row.outputs)}, but its proof says ${brief(outputs)}`,
    name,
  );
  return false;
}

function tellOtherProgram(
  { inputGroup: { name } }: ClaimedRow,
  programHash: string,
  program: Manifest['program'],
  findings: Findings,
): void {
  findings.add(
    'WRONG_PROGRAM',
    `the proof of ${name} is of the program ${programHash}, but the manifest says ${program.programHash}`,
    name,
  );
}

function tellInvalid(
  { inputGroup: { name }, proofSha256 }: ClaimedRow,
  { reason, message }: { readonly reason: string; readonly message: string },
  findings: Findings,
): void {
  if (reason === 'WRONG_INPUT') {
    const what = `the proof of ${name} (${proofPath(proofSha256)}) is not of its input: it was swapped for another one, or the input was edited`;
    findings.add('PROOF_SWAPPED', what, name);
  } else if (reason === 'WRONG_PROGRAM') {
    findings.add('WRONG_PROGRAM', `the proof of ${name} is not of the executable in this bundle`, name);
  } else {
    findings.add('PROOF_INVALID', `the proof of ${name} is invalid: ${reason}: ${message}`, name);
  }
}

function brief(value: unknown): string {
  const text = value === null ? 'that it cannot be read' : jsonLine(value);
  return text.length > 200 ? `${text.slice(0, 197)}...` : text;
}
