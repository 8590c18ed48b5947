import type { LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { isForWebhooks, isLoopbackHost } from './address-rules.js';
import { byNameServers } from './name-servers.js';

/** Asks for every address of a name. */
export type Resolve = (hostname: string, signal: AbortSignal) => Promise<LookupAddress[]>;

/** Looks names up for a connection that may lead anywhere. */
export function anyLookup(signal: AbortSignal): LookupFunction {
  return lookupBy((hostname) => byNameServers(hostname, signal));
}

/**
 * Looks names up for a connection, and gives it no address that is not public, or this machine's: the very address that
 * was checked is connected to, so that a name that changes in between gains nothing.
 */
export function checkedLookup(signal: AbortSignal, resolve: Resolve = byNameServers): LookupFunction {
  return lookupBy(async (hostname) => {
    const addresses = await resolve(hostname, signal);
    if (!addresses.every(({ address }) => isForWebhooks(address))) throw notPublic(hostname);
    return addresses;
  });
}

function lookupBy(resolve: (hostname: string) => Promise<LookupAddress[]>): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses;
        if (first === undefined) callback(new Error(`${hostname} has no address.`), '', 0);
        else if (options.all === true) callback(null, addresses);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };
}

/** @throws Error when the host of a URL is this machine, or an address that is not public; those are not looked up. */
export function checkLiteral(hostname: string): void {
  if (isLoopbackHost(hostname)) throw notPublic(hostname);
  const bare = hostname.replace(/^\[(.*)\]$/u, '$1');
  if (isIP(bare) !== 0 && !isForWebhooks(bare)) throw notPublic(bare);
}

/** Does not say which address: a name's addresses in the server's network are nobody's business. */
function notPublic(hostname: string): Error {
  return new Error(`${hostname} is not on the public internet.`);
}
