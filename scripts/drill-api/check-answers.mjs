import { ask } from './ask.mjs';

const GROUPS = `query ($programId: ID!, $after: String) {
  inputGroups(programId: $programId, first: 50, after: $after) {
    nodes { id state proof { id state } }
    pageInfo { hasNextPage endCursor }
  }
}`;
const RESERVATION =
  'query ($token: String!) { reservation(token: $token) { id state fencingNumber inputGroup { id } } }';

/**
 * Whether the API says of groups and reservations what stands in the database.
 * @param {string} url
 * @param {import('./organization.mjs').Organization} organization
 * @param {import('./book.mjs').Book} book
 * @param {import('./rows.mjs').Rows} rows
 * @returns {Promise<string[]>} what is wrong
 */
export async function checkAnswers(url, { token, programId }, book, rows) {
  const told = await allGroups({ url, token }, programId);
  const groups = rows.groups.flatMap((row) => {
    const group = told.get(row.id);
    told.delete(row.id);
    const states = effective(row, rows.now);
    const proof = group?.proof?.id ?? null;
    return states.includes(group?.state) && proof === row.proofId
      ? []
      : [
          `group ${row.name} is ${row.state} with proof ${row.proofId}, and told as ${group?.state} with ${proof}`,
        ];
  });
  const strange = [...told.keys()].map((id) => `group ${id} is told of, and has no row`);
  const held = [...book.reservations.values()].filter(({ may, token: secret }) => secret && may.has('LIVE'));
  const leases = await Promise.all(held.map((one) => checkLease(url, one, rows)));
  return [...groups, ...strange, ...leases.flat()];
}

/**
 * @param {import('./ask.mjs').Asker} asker
 * @param {string} programId
 * @returns {Promise<Map<string, any>>}
 */
async function allGroups(asker, programId) {
  const told = new Map();
  for (let after; ; ) {
    const { data } = await ask(asker, GROUPS, { programId, after });
    for (const group of data.inputGroups.nodes) told.set(group.id, group);
    const { hasNextPage, endCursor } = data.inputGroups.pageInfo;
    if (!hasNextPage) return told;
    after = endCursor;
  }
}

/**
 * A lease that ends at this very moment may be told either way.
 * @param {import('./rows.mjs').GroupRow} group
 * @param {number} now
 */
function effective({ state, executed, freeFrom }, now) {
  const idle = executed ? 'EXECUTED' : 'AVAILABLE';
  if (state !== 'RESERVED' || freeFrom === null) return [state];
  if (Math.abs(freeFrom - now) < 30_000) return [state, idle];
  return freeFrom > now ? [state] : [idle];
}

/**
 * @param {string} url
 * @param {import('./book.mjs').KnownReservation} known
 * @param {import('./rows.mjs').Rows} rows
 */
async function checkLease(url, known, rows) {
  const row = rows.reservations.find(({ id }) => id === known.id);
  const { data } = await ask({ url }, RESERVATION, { token: known.token });
  const told = data.reservation;
  if (row === undefined) return told === null ? [] : [`reservation ${known.id} is told of, and has no row`];
  const states =
    row.state === 'LIVE' && row.expiresAt - rows.now < 30_000 ? ['LIVE', 'EXPIRED'] : [row.state];
  return told?.id === row.id && told.fencingNumber === row.fencingNumber && states.includes(told.state)
    ? []
    : [`reservation ${row.id} is ${row.state}, and told as ${JSON.stringify(told)}`];
}
