import { join } from 'node:path';
import { z } from 'zod';
import { readJson, writeJson } from '../storage/json-file.js';
import { sha256Hex } from '../storage/sha256-hex.js';
import { type Statement, statementKey } from './statement.js';

const valid = z.object({
  valid: z.literal(true),
  programHash: z.string(),
  inputCommitment: z.string(),
  bound: z.boolean(),
  output: z.array(z.string()),
  securityBits: z.number(),
  steps: z.number(),
  provenRows: z.number(),
});

const invalid = z.object({ valid: z.literal(false), reason: z.string(), message: z.string() });

const rememberedVerdict = z
  .discriminatedUnion('valid', [valid, invalid])
  .and(z.object({ proofSha256: sha256Hex, verifiedAt: z.string() }));

/** What this machine's own verifier said of a proof. */
export type RememberedVerdict = z.infer<typeof rememberedVerdict>;

/** What this machine has verified at one server: by the proof's hash and the statement it was held against. */
export interface Verdicts {
  find(proofSha256: string, statement: Statement): Promise<RememberedVerdict | undefined>;
  remember(statement: Statement, verdict: RememberedVerdict): Promise<void>;
}

/**
 * The statement is part of the key: a proof that is valid for one program and input says nothing of another, and a
 * server could show the same proof under a second input group.
 * @param serverFolder the server's part of the data directory
 */
export function verdicts(serverFolder: string): Verdicts {
  const pathOf = (sha256: string, statement: Statement) =>
    join(serverFolder, 'verdicts', `${sha256Hex.parse(sha256)}.${statementKey(statement)}.json`);
  return {
    find: (sha256, statement) => readJson(pathOf(sha256, statement), rememberedVerdict),
    remember: (statement, verdict) => writeJson(pathOf(verdict.proofSha256, statement), verdict),
  };
}
