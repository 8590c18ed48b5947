import { join } from 'node:path';
import { ClientError, ExitCode, findKey, type KeyFile, readOrMakeKey, type SigningKey } from '@cairn/tui-kit';

/** The key that a donor is known by. */
export type DonorKey = SigningKey;

/** Where the key lies. */
export function donorKeyFile(dataDir: string): string {
  return join(dataDir, 'donor-key.pem');
}

/** The donor's key; on the first start it is made. @throws as `readOrMakeKey` */
export function readOrMakeDonorKey(dataDir: string): Promise<DonorKey> {
  return readOrMakeKey(keyFile(dataDir));
}

/** @throws ClientError NO_KEY before the first start */
export async function requireDonorKey(dataDir: string): Promise<DonorKey> {
  const known = await findDonorKey(dataDir);
  if (known !== undefined) return known;
  throw new ClientError(`there is no donor's key in ${dataDir} yet`, {
    code: 'NO_KEY',
    exitCode: ExitCode.notSo,
    help: 'the first start of cairn-donor makes one: cairn-donor run',
  });
}

/** @returns undefined where there is none */
export function findDonorKey(dataDir: string): Promise<DonorKey | undefined> {
  return findKey(keyFile(dataDir));
}

function keyFile(dataDir: string): KeyFile {
  return {
    path: donorKeyFile(dataDir),
    owner: 'a donor',
    program: 'cairn-donor',
    without: 'the next start makes a new key, which begins without credit',
  };
}
