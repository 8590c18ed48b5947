import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { open } from 'node:fs/promises';
import { publicKeyOf } from '@cairn/shared-schema';
import { UsageError } from '../errors/usage-error.js';
import { createPrivately, opennessOf } from '../files/private-file.js';

/** An Ed25519 key that somebody is known by. */
export interface SigningKey {
  /** In hex. */
  readonly publicKey: string;
  /** Signs, and goes nowhere. */
  readonly privateKey: KeyObject;
  /** Whether others can read its file, on a file system that gives no file to its owner alone. */
  readonly isUnprotected: boolean;
}

/** A key's file, and what messages say of it. */
export interface KeyFile {
  readonly path: string;
  /** Whose key it is: `donor`. */
  readonly owner: string;
  /** What made it: `cairn-donor`. */
  readonly program: string;
  /** What happens when it is moved away. */
  readonly without: string;
}

/**
 * The key of a file; on first use it is made, for its owner alone.
 * @throws UsageError for a file that others may read, or that is no such key; nothing of it is shown
 */
export async function readOrMakeKey(file: KeyFile): Promise<SigningKey> {
  const known = await findKey(file);
  if (known !== undefined) return known;
  const { privateKey } = generateKeyPairSync('ed25519');
  await createPrivately(file.path, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  const made = await findKey(file);
  if (made !== undefined) return made;
  throw new Error(`${file.path} was removed as soon as it was made`);
}

/** @returns undefined where there is none @throws as `readOrMakeKey` */
export async function findKey(file: KeyFile): Promise<SigningKey | undefined> {
  const found = await readPrivate(file);
  if (found === undefined) return undefined;
  const privateKey = parse(file, found.text);
  return { publicKey: publicKeyOf(privateKey), privateKey, isUnprotected: found.isUnprotected };
}

/** Looks at the file that it has open: what is checked is what is read. */
async function readPrivate(key: KeyFile): Promise<{ text: string; isUnprotected: boolean } | undefined> {
  try {
    await using file = await open(key.path);
    const openness = await opennessOf(file);
    if (openness === 'open') throw openToOthers(key, (await file.stat()).mode);
    return { text: await file.readFile('utf8'), isUnprotected: openness === 'cannot-be-helped' };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function parse({ path, owner, program, without }: KeyFile, text: string): KeyObject {
  let key: KeyObject | undefined;
  try {
    key = createPrivateKey(text);
  } catch {
    // Whatever it is, nothing of it is told.
  }
  if (key?.asymmetricKeyType === 'ed25519') return key;
  throw new UsageError(`${path} is not the key of ${owner}`, {
    expected: `an Ed25519 private key in PEM, as ${program} makes it`,
    help: `put the file back from a copy; or move it away, and ${without}`,
  });
}

function openToOthers({ path, owner }: KeyFile, mode: number): UsageError {
  return new UsageError(`${path} may be read by others (mode ${(mode & 0o777).toString(8)})`, {
    expected: `mode 600: whoever has this key can sign as ${owner}`,
    help: `chmod 600 ${path}`,
  });
}
