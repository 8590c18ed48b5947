import { isPublicKey, keyIdOfPublic, sanitizeForTerminal } from '@cairn/shared-schema';
import { type CliContext, UsageError } from '@cairn/tui-kit';
import { donorKeyFile, requireDonorKey } from '../credit/donor-key.js';
import { KnownServers } from '../credit/known-servers.js';
import { type CreditFlags, creditOf } from './credit-place.js';
import { dataDirOf } from './parse-run-flags.js';

/** `cairn-donor key show`. */
export async function keyShowCommand(flags: CreditFlags, context: CliContext): Promise<void> {
  const dataDir = dataDirOf(flags, context.world.env);
  const { publicKey } = await requireDonorKey(dataDir);
  const known = await new KnownServers(dataDir).all();
  const servers = Object.entries(known).map(([url, { current, earlier }]) => ({
    url,
    keyId: keyIdOfPublic(current),
    publicKey: current,
    earlier,
  }));
  const file = donorKeyFile(dataDir);
  const output = context.output(flags);
  output.record({ publicKey, file, servers });
  output.text(`public key  ${publicKey}`);
  output.text(sanitizeForTerminal(`kept in     ${file} (a secret: whoever has this file is this donor)`));
  for (const { url, keyId } of servers)
    output.text(sanitizeForTerminal(`server      ${url} has the key ${keyId}`));
}

/** `cairn-donor key trust KEY-ID`: the id stands for the whole key, so that nobody takes one unseen. */
export async function keyTrustCommand(keyId: string, flags: CreditFlags, context: CliContext): Promise<void> {
  const credit = await creditOf(flags, context);
  const { url } = credit.api;
  const [current] = await credit.api.keys(context.signal);
  const isKey = current !== undefined && isPublicKey(current.publicKey);
  const found = isKey ? keyIdOfPublic(current.publicKey) : 'none';
  if (!isKey || found !== keyId) {
    throw new UsageError(`the key of ${url} is ${found}, and not ${JSON.stringify(keyId)}`, {
      expected: 'the id of the key that the server has now, in 16 hex digits',
      help: 'ask the operator of the server which key it has',
    });
  }
  await credit.servers.trust(url, current.publicKey);
  const output = context.output(flags);
  output.record({ server: url, keyId, publicKey: current.publicKey });
  output.text(sanitizeForTerminal(`${url} is known by the key ${keyId} from now on`));
}
