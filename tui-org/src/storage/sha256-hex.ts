import { z } from 'zod';

/** A SHA-256 in hex, as the server and the prover write it. */
export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/u);
