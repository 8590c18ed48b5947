import { DomainError } from '@cairn/shared-schema';
import type { EntityManager } from '@mikro-orm/sql';
import type { Claim, Outcome } from './claim.js';

/** Claims that may be served now, and what is decided of the others already. */
export interface SortedOut {
  readonly ready: Claim[];
  readonly decided: Map<Claim, Outcome>;
}

/**
 * Tells the claims that may be served from those whose key was used before and those whose donor holds as much as it
 * may. Only what is committed counts: of two claims that bear on each other, the later one is left undecided. Call it
 * while the donors are locked.
 * @param most - live reservations that a donor may hold.
 */
export async function sortOut(
  em: EntityManager,
  claims: readonly Claim[],
  most: number,
  now: Date,
): Promise<SortedOut> {
  const known = await knownKeys(em, claims);
  const live = await countLeases(em, claims, now);
  const [keys, wanted] = [new Set<string>(), new Map<string, number>()];
  const sorted: SortedOut = { ready: [], decided: new Map() };
  for (const claim of claims) {
    const { clientKeyHash, addressHash } = claim;
    const earlier = known.get(clientKeyHash);
    const held = live.get(addressHash) ?? 0;
    const asked = wanted.get(addressHash) ?? 0;
    if (earlier !== undefined) sorted.decided.set(claim, { is: 'known', ...earlier });
    else if (held >= most) sorted.decided.set(claim, { is: 'refused', error: holdsTooMuch(held, most) });
    else if (held + asked >= most || keys.has(clientKeyHash)) sorted.decided.set(claim, undefined);
    else {
      keys.add(clientKeyHash);
      wanted.set(addressHash, asked + 1);
      sorted.ready.push(claim);
    }
  }
  return sorted;
}

interface KnownRow {
  id: string;
  client_key_hash: string;
  requested: string;
}

async function knownKeys(em: EntityManager, claims: readonly Claim[]) {
  const rows = await em.execute<KnownRow[]>(
    'select id, client_key_hash, requested from reservation where client_key_hash in (?)',
    [claims.map(({ clientKeyHash }) => clientKeyHash)],
  );
  return new Map(rows.map(({ id, requested, client_key_hash }) => [client_key_hash, { id, requested }]));
}

interface LeasesRow {
  address_hash: string;
  live: number;
}

async function countLeases(em: EntityManager, claims: readonly Claim[], now: Date) {
  const rows = await em.execute<LeasesRow[]>(
    `select address_hash, count(*) as live from reservation
     where address_hash in (?) and state = 'LIVE' and expires_at > ? group by address_hash`,
    [[...new Set(claims.map(({ addressHash }) => addressHash))], now],
  );
  return new Map(rows.map(({ address_hash, live }) => [address_hash, Number(live)]));
}

function holdsTooMuch(live: number, most: number): DomainError {
  return new DomainError('RATE_LIMITED', `Your address holds ${live} live reservations, the most it may.`, {
    help: 'Finish or release one first.',
    details: { found: String(live), expected: `fewer than ${most}` },
  });
}
