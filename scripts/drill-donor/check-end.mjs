/**
 * How it stands at the server, and with the donor, when all is done.
 * @typedef {object} End
 * @property {{ id: string, state: string }[]} groups
 * @property {{ id: string, groupId: string, kind: string, state: string }[]} reservations
 * @property {{ groupId: string, state: string }[]} proofs
 * @property {readonly import('./book.mjs').Piece[]} pieces
 * @property {readonly string[]} workFolders that the donor has left
 */

/** The kinds of reservation that take a group from its input to its proof, each once. */
const WAYS = ['EXECUTE_AND_PROVE', 'EXECUTE PROVE'];

/**
 * What is wrong in the end.
 * @param {End} end
 * @returns {string[]}
 */
export function checkEnd({ groups, reservations, proofs, pieces, workFolders }) {
  return [
    ...groups.flatMap(({ id, state }) => (state === 'CONFIRMED' ? [] : [`group ${id} ends ${state}`])),
    ...groups.flatMap(({ id }) => checkGroup(id, reservations, proofs)),
    ...reservations.flatMap(({ id, state }) =>
      state === 'COMPLETED' ? [] : [`reservation ${id} ends ${state}`],
    ),
    ...pieces.flatMap(({ groupId, outcome }) =>
      outcome === 'proven' || outcome === 'executed' ? [] : [`the donor's piece ${groupId} ends ${outcome}`],
    ),
    ...workFolders.map((name) => `the folder ${name} is left in the donor's folder`),
  ];
}

/**
 * Each group was reserved, and proven, just once.
 * @param {string} id
 * @param {End['reservations']} reservations
 * @param {End['proofs']} proofs
 */
function checkGroup(id, reservations, proofs) {
  const kinds = reservations.filter(({ groupId }) => groupId === id).map(({ kind }) => kind);
  const way = kinds.toSorted().join(' ');
  const own = proofs.filter(({ groupId }) => groupId === id);
  return [
    ...(WAYS.includes(way) ? [] : [`group ${id} was reserved for: ${way || 'nothing'}`]),
    ...(own.length === 1 ? [] : [`group ${id} has ${own.length} proofs`]),
  ];
}
