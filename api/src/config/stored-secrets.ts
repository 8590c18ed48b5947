import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { ConfigError, settingsWrong } from './config-error.js';

const secret = z.string('expected at least 32 characters').min(32, 'expected at least 32 characters');

const storedSecrets = z
  .strictObject({
    /** Signs basic tokens, unless `dev.json` has a secret for them. */
    basicToken: secret,
    /** Signs refresh tokens, unless `dev.json` has a secret for them. */
    refreshToken: secret,
    /** Makes reservation tokens and hides addresses. */
    reservation: secret,
    /** Signs download links. */
    files: secret,
    /** Makes the key that receipts are signed with; of files from before there were receipts, `reservation` does. */
    receipts: secret.optional(),
    /** Those before it: their keys say that the present one takes their place. */
    earlierReceipts: z.array(secret).max(10, 'expected at most ten earlier secrets').optional(),
  })
  .refine(differ, 'expected secrets that differ from each other');

/** What a server signs with; replicas share them. */
export type StoredSecrets = z.infer<typeof storedSecrets>;

/** The secret for reservations may have been that of the receipts before. */
function differ({
  earlierReceipts = [],
  ...all
}: Readonly<Record<string, unknown>> & { earlierReceipts?: unknown[] | undefined }): boolean {
  const [secrets, receipts] = [Object.values(all), [all.receipts, ...earlierReceipts]];
  return new Set(secrets).size === secrets.length && new Set(receipts).size === receipts.length;
}

/** New random secrets, of 256 bits each. */
export function randomSecrets(): StoredSecrets {
  const random = () => randomBytes(32).toString('base64url');
  return {
    basicToken: random(),
    refreshToken: random(),
    reservation: random(),
    files: random(),
    receipts: random(),
  };
}

/** Secrets as they stand in a file. */
export function formatSecrets(secrets: StoredSecrets): string {
  const { basicToken, refreshToken, reservation, files, receipts, earlierReceipts } = secrets;
  const all = { basicToken, refreshToken, reservation, files, receipts, earlierReceipts };
  return `${JSON.stringify(all, null, 2)}\n`;
}

/**
 * Reads secrets as they stand in a file or a setting.
 * @param where - for messages.
 * @throws ConfigError that shows nothing of them.
 */
export function parseSecrets(text: string, where: string): StoredSecrets {
  const found = parseJson(text);
  if (found === undefined)
    throw new ConfigError(
      `${where}: found ${text.length} characters that are no JSON (not shown), expected what "cairn-api make-secrets" prints.`,
    );
  const parsed = storedSecrets.safeParse(found);
  if (!parsed.success) throw settingsWrong(where, parsed.error, found, () => true);
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
