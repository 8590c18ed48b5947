import { join } from 'node:path';
import { type KeyFile, readOrMakeKey, type SigningKey } from '@cairn/tui-kit';

/**
 * The key that the organization signs bundles with, one for each server; on first use it is made, for its owner alone.
 * @param serverFolder the server's part of the data directory
 * @throws UsageError for a file that others may read, or that is no such key
 */
export function organizationKey(serverFolder: string): Promise<SigningKey> {
  return readOrMakeKey(keyFile(serverFolder));
}

function keyFile(serverFolder: string): KeyFile {
  return {
    path: join(serverFolder, 'organization-key.pem'),
    owner: 'an organization',
    program: 'cairn-org',
    without: 'the next bundle is signed with a new key, which readers do not know',
  };
}
