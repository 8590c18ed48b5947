import { keyIdOfPublic } from '@cairn/shared-schema';
import type { Command } from 'commander';
import type { OpenWorkplace } from '../cli/open-workplace.js';
import { organizationKey } from './organization-key.js';

const EXAMPLES = `
Examples:
  cairn-org key
  cairn-org key --json | jq -r .publicKey

Bundles are signed with this key. Tell it to your readers by another way than the bundle: they give it to
\`cairn-org audit --expect-key\`. It is made on first use, one for each server, in a file that only you can read.`;

/** `key`: shows which key the organization signs with. */
export function addKey(cli: Command, open: OpenWorkplace): void {
  cli
    .command('key')
    .description('show the public key that bundles are signed with')
    .addHelpText('after', EXAMPLES)
    .action(async (_options: object, command: Command) => {
      const { folder, out, remark } = await open(command);
      const { publicKey, isUnprotected } = await organizationKey(folder);
      const keyId = keyIdOfPublic(publicKey);
      out.record({ publicKey, keyId, isUnprotected });
      out.text(`${publicKey} (${keyId})`);
      if (isUnprotected)
        remark('WARNING: others can read the file of this key; its file system does not protect it.');
    });
}
