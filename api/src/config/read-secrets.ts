import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ConfigError } from './config-error.js';
import type { Environment } from './environment.js';
import { readOrMakeSecrets } from './secrets-file.js';
import { parseSecrets, type StoredSecrets } from './stored-secrets.js';

/** Where a server's secrets come from. */
export type SecretsPlace =
  | { readonly kind: 'data folder' | 'file'; readonly path: string }
  | { readonly kind: 'environment' };

type SecretSettings = Pick<Environment, 'CAIRN_SECRETS' | 'CAIRN_SECRETS_FILE'>;

/**
 * The server's secrets: of a file or a text that the environment names, else those of the data folder, which are made where
 * they are missing.
 * @throws ConfigError that shows nothing of them.
 */
export async function readSecrets(
  { CAIRN_SECRETS: text, CAIRN_SECRETS_FILE: file }: SecretSettings,
  folder: string,
): Promise<{ secrets: StoredSecrets; secretsFrom: SecretsPlace }> {
  if (text !== '' && file !== '')
    throw new ConfigError('CAIRN_SECRETS and CAIRN_SECRETS_FILE are both set: expected one of them.');
  if (text !== '')
    return { secrets: parseSecrets(text, 'CAIRN_SECRETS'), secretsFrom: { kind: 'environment' } };
  const secretsFrom: SecretsPlace =
    file === ''
      ? { kind: 'data folder', path: join(folder, 'secrets.json') }
      : { kind: 'file', path: resolve(file) };
  const { kind, path } = secretsFrom;
  const found = await (kind === 'file' ? readMounted(path) : readOrMakeSecrets(path));
  return {
    secrets: parseSecrets(found, kind === 'file' ? `CAIRN_SECRETS_FILE (${path})` : path),
    secretsFrom,
  };
}

/** A file that the operator has put there: it is never made. */
async function readMounted(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError(
      `CAIRN_SECRETS_FILE: expected the path of a file that "cairn-api make-secrets" has printed (${why}).`,
      { cause },
    );
  }
}

/** Where secrets come from, in words; nothing of them. */
export function describeSecrets(from: SecretsPlace): string {
  if (from.kind === 'environment') return 'of CAIRN_SECRETS';
  return from.kind === 'file'
    ? `of the file ${from.path} (CAIRN_SECRETS_FILE)`
    : `of the data folder (${from.path})`;
}
