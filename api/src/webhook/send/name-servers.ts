import type { LookupAddress } from 'node:dns';
import { Resolver } from 'node:dns/promises';

/** One question may be lost on its way. */
const PATIENCE = { timeout: 1_500, tries: 2 };

/** What name servers need not know. */
const LOCALHOST: LookupAddress[] = [
  { address: '127.0.0.1', family: 4 },
  { address: '::1', family: 6 },
];

/**
 * Asks the machine's name servers for the addresses of a name. The system's own look-up would do it in one of the few
 * threads in which files are read and written: a name server that never answers would keep those.
 * @param servers - others than the machine's, as `dns.setServers` takes them.
 * @throws Error when neither family has an address, or it is cancelled.
 */
export async function byNameServers(
  hostname: string,
  signal: AbortSignal,
  servers?: readonly string[],
): Promise<LookupAddress[]> {
  if (hostname === 'localhost') return LOCALHOST;
  const resolver = new Resolver(PATIENCE);
  if (servers !== undefined) resolver.setServers(servers);
  const cancel = () => resolver.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    const [four, six] = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
    if (four.status === 'rejected' && six.status === 'rejected') throw unknownName(hostname, four.reason);
    return [...found(four, 4), ...found(six, 6)];
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

function found(answer: PromiseSettledResult<string[]>, family: 4 | 6): LookupAddress[] {
  return answer.status === 'rejected' ? [] : answer.value.map((address) => ({ address, family }));
}

function unknownName(hostname: string, cause: Error): Error {
  const code = 'code' in cause ? String(cause.code) : cause.message;
  return new Error(`The address of ${hostname} was not found (${code}).`, { cause });
}
