import { z } from 'zod';
import { sha256Hex } from '../storage/sha256-hex.js';

export const bundleRow = z.strictObject({
  inputGroup: z.strictObject({ id: z.string().max(400), name: z.string().max(400) }),
  inputSha256: sha256Hex,
  proofSha256: sha256Hex,
  /** SHA-256 over the whole public output: see `docs/credit.md`. */
  outputHash: sha256Hex,
  /** What the organization itself had to go by when it wrote the bundle. */
  trust: z.enum(['verified', 'verified-on-servers-word', 'servers-word']),
  /** By the declared names; null where they do not fit. Their types are another question. */
  outputs: z.record(z.string(), z.unknown()).nullable(),
});

/** One result, as a line of the bundle's `results.ndjson`. */
export type BundleRow = z.infer<typeof bundleRow>;
