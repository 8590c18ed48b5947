import { BUNDLE_LIMITS } from './limits.js';

/** What an entry of a bundle is; its path says so. */
export type EntryKind =
  | 'manifest'
  | 'signature'
  | 'executable'
  | 'results'
  | 'reducer'
  | 'receipts'
  | 'input'
  | 'proof';

/** The entries that are there once at most, by their paths. */
export const PATHS = {
  manifest: 'manifest.json',
  signature: 'manifest.sig',
  executable: 'executable.json',
  results: 'results.ndjson',
  reducer: 'reducer.mjs',
  receipts: 'receipts.ndjson',
} as const satisfies Partial<Record<EntryKind, string>>;

const SINGLE = new Map<string, EntryKind>(
  Object.entries(PATHS).map(([kind, path]) => [path, kind as EntryKind]),
);
const MANY = /^(?:(inputs)\/[0-9a-f]{64}\.csv|(proofs)\/[0-9a-f]{64}\.bin)$/u;

const MOST_BYTES: Readonly<Record<EntryKind, number>> = {
  manifest: BUNDLE_LIMITS.manifestBytes,
  signature: BUNDLE_LIMITS.signatureBytes,
  executable: BUNDLE_LIMITS.executableBytes,
  results: BUNDLE_LIMITS.resultsBytes,
  reducer: BUNDLE_LIMITS.reducerBytes,
  receipts: BUNDLE_LIMITS.receiptsBytes,
  input: BUNDLE_LIMITS.inputBytes,
  proof: BUNDLE_LIMITS.proofBytes,
};

/** What an entry of this path is; undefined for a path that no entry of a bundle has. */
export function entryKind(path: string): EntryKind | undefined {
  const match = MANY.exec(path);
  if (match === null) return SINGLE.get(path);
  return match[1] === undefined ? 'proof' : 'input';
}

/** How large an entry of this kind may be, in bytes. */
export function mostBytes(kind: EntryKind): number {
  return MOST_BYTES[kind];
}

/** Where an input group's file lies. */
export function inputPath(sha256: string): string {
  return `inputs/${sha256}.csv`;
}

/** Where a proof lies. */
export function proofPath(sha256: string): string {
  return `proofs/${sha256}.bin`;
}
