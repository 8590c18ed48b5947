import type { LookupAddress } from 'node:dns';
import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './address-rules.js';

/** Asks for every address of a name. */
export type Resolve = (
  hostname: string,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

const bySystem: Resolve = (hostname, done) => systemLookup(hostname, { all: true }, done);

/**
 * Looks names up for a connection, and gives it no address that is not public: the very address that was checked is
 * connected to, so that a name that changes in between gains nothing.
 */
export function checkedLookup(resolve: Resolve = bySystem): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, (error, addresses) => {
      if (error !== null) return callback(error, '', 0);
      const refused = addresses.find(({ address }) => !isPublicAddress(address));
      if (refused !== undefined) return callback(notPublic(hostname), '', 0);
      const [first] = addresses;
      if (first === undefined) return callback(new Error(`${hostname} has no address.`), '', 0);
      if (options.all === true) return callback(null, addresses);
      return callback(null, first.address, first.family);
    });
  };
}

/** @throws Error when the host of a URL is an address that is not public; those are not looked up. */
export function checkLiteral(hostname: string): void {
  const bare = hostname.replace(/^\[(.*)\]$/u, '$1');
  if (isIP(bare) !== 0 && !isPublicAddress(bare)) throw notPublic(bare);
}

/** Does not say which address: a name's addresses in the server's network are nobody's business. */
function notPublic(hostname: string): Error {
  return new Error(`${hostname} is not on the public internet.`);
}
