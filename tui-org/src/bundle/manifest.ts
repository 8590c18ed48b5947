import { isCanonicalFelt, isPublicKey, isSignature, parseOutputType } from '@cairn/shared-schema';
import { jsonLine } from '@cairn/tui-kit';
import { z } from 'zod';
import { REDUCTION_NOTE } from '../reducer/reduction.js';
import { sha256Hex } from '../storage/sha256-hex.js';
import { entryKind } from './entry-kind.js';

const felt = z.string().refine(isCanonicalFelt, 'expected a field element');
const count = z.int().nonnegative();
const name = z.string().max(400);

const reducer = z.strictObject({
  script: name,
  sha256: sha256Hex,
  value: z.unknown().refine((value): boolean => value !== undefined, 'expected a value'),
  note: z.literal(REDUCTION_NOTE),
});

export const manifest = z.strictObject({
  cairnBundle: z.literal(1),
  organization: z.strictObject({ id: name, name }),
  program: z.strictObject({
    id: name,
    name,
    programHash: felt,
    executableSha256: sha256Hex,
    inputBinding: z.enum(['poseidon', 'echo', 'none']),
    calldata: z.enum(['array', 'raw']),
    outputs: z.array(
      z.strictObject({
        name,
        type: z.string().refine((text) => parseOutputType(text) !== undefined, 'expected a type of output'),
      }),
    ),
  }),
  /** Whether the proofs are there: without them nothing can be verified. */
  proofs: z.boolean(),
  /** Rows of the results. */
  results: count,
  /** Held against what is recomputed, and not looked at otherwise: so are the histograms. */
  aggregates: z.array(z.unknown()),
  histograms: z.array(z.unknown()),
  /** What the organization's own script made; no audit runs one. */
  reducer: reducer.nullable(),
  /** Every other entry but the signature, in the order of the archive. */
  files: z.array(
    z.strictObject({
      path: z.string().refine((path) => !['manifest', 'signature', undefined].includes(entryKind(path)), {
        error: 'expected the path of an entry',
      }),
      size: count,
      sha256: sha256Hex,
    }),
  ),
});

/** What a bundle says of itself; the organization signs it, byte by byte. */
export type Manifest = z.infer<typeof manifest>;

export const manifestSignature = z.strictObject({
  cairnBundleSignature: z.literal(1),
  publicKey: z.string().refine(isPublicKey, 'expected an Ed25519 public key in hex'),
  signature: z.string().refine(isSignature, 'expected an Ed25519 signature in hex'),
});

export type ManifestSignature = z.infer<typeof manifestSignature>;

/** The one text of a manifest, a signature, or a line. */
export function formatEntry(value: unknown): string {
  return `${jsonLine(value)}\n`;
}
