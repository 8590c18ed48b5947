import { statesAllowing, TRANSITIONS } from '../../api/dist/input-group/transitions.js';

/** @typedef {import('../../api/dist/input-group/transitions.js').InputGroupEvent} Event */

const events = /** @type {Event[]} */ (Object.keys(TRANSITIONS));

/** Every state that the server's own table knows. */
const states = new Set(events.flatMap((event) => [...statesAllowing(event), ...targetsOf(event)]));

/**
 * Whether each group's row agrees with itself and with the rows of its reservations, executions and proofs.
 * @param {import('./rows.mjs').Rows} rows
 * @returns {string[]} what is wrong
 */
export function checkStates(rows) {
  return rows.groups.flatMap((group) => {
    const own = belongings(rows, group.id);
    const wrong = [...general(group, own, rows.now), ...(ofState[group.state]?.(group, own) ?? [])];
    return wrong.map((text) => `group ${group.name} is ${group.state}, ${text}`);
  });
}

/**
 * @param {import('./rows.mjs').Rows} rows
 * @param {string} id
 */
function belongings(rows, id) {
  const own = (/** @type {{ groupId: string }} */ { groupId }) => groupId === id;
  return {
    reservations: rows.reservations.filter(own),
    executions: rows.executions.filter(own),
    proofs: rows.proofs.filter(own),
    reports: rows.reports.filter(own),
  };
}

/**
 * @typedef {ReturnType<typeof belongings>} Own
 * @typedef {import('./rows.mjs').GroupRow} Group
 */

/**
 * @param {Group} group
 * @param {Own} own
 * @param {number} now
 */
function general(group, { reservations, executions, proofs }, now) {
  const live = reservations.filter(({ state, expiresAt }) => state === 'LIVE' && expiresAt > now);
  const numbers = reservations.map(({ fencingNumber }) => fencingNumber).sort((a, b) => a - b);
  const wanted = Array.from({ length: group.fencingNumber }, (_, index) => index + 1);
  const decided = proofs.filter(({ state }) => state !== 'REJECTED');
  return problems([
    [!states.has(group.state), 'a state that the table does not know'],
    [live.length > 1, `and held ${live.length} times`],
    [
      live.some(({ id }) => group.state !== 'RESERVED' || group.holderId !== id),
      'and somebody else holds a lease',
    ],
    [
      numbers.join() !== wanted.join(),
      `fencing numbers ${numbers.join()} where 1 to ${group.fencingNumber} were given`,
    ],
    [
      group.attempts !== group.fencingNumber,
      `attempts ${group.attempts} with fencing number ${group.fencingNumber}`,
    ],
    [
      group.state !== 'CONFIRMED' && Boolean(group.executed) !== (executions.length === 1),
      'executed without execution',
    ],
    [decided.some(({ id }) => id !== group.proofId), 'with a proof that it does not name'],
    [decided.length > 1, `with ${decided.length} proofs that count`],
  ]);
}

/** @type {Record<string, (group: Group, own: Own) => string[]>} */
const ofState = {
  AVAILABLE: (group) => idle(group, false),
  EXECUTED: (group) => idle(group, true),
  RESERVED: (group, { reservations }) => {
    const holder = reservations.find(({ id }) => id === group.holderId);
    return problems([
      [holder === undefined, 'but its holder has no reservation'],
      [holder?.state !== 'LIVE', `but its holder's reservation is ${holder?.state}`],
      [holder?.fencingNumber !== group.fencingNumber, 'but its holder has an older fencing number'],
      [holder?.expiresAt !== group.freeFrom, 'but free at another time than the deadline'],
      [group.proofId !== null, 'but has a proof'],
    ]);
  },
  PROVEN: (group, { proofs }) => withProof(group, proofs, 'SUBMITTED'),
  CONFIRMED: (group, { proofs, executions }) => [
    ...withProof(group, proofs, 'CONFIRMED'),
    ...problems([
      [group.confirmedAt === null, 'but at no time'],
      [executions.length > 0, 'but keeps an execution'],
    ]),
  ],
  FAILED: (group, { reports }) =>
    problems([
      [reports.filter(({ counts }) => Boolean(counts)).length < 3, 'but fewer than three reports count'],
      [group.freeFrom !== null, 'but is on offer'],
      [group.proofId !== null, 'but has a proof'],
    ]),
};

/**
 * @param {Group} group
 * @param {boolean} executed
 */
function idle(group, executed) {
  return problems([
    [Boolean(group.executed) !== executed, executed ? 'but not executed' : 'but executed'],
    [group.freeFrom === null, 'but not on offer'],
    [group.proofId !== null, 'but has a proof'],
  ]);
}

/**
 * @param {Group} group
 * @param {import('./rows.mjs').ProofRow[]} proofs
 * @param {string} state
 */
function withProof(group, proofs, state) {
  const proof = proofs.find(({ id }) => id === group.proofId);
  return problems([
    [proof === undefined, 'but its proof is not there'],
    [proof?.state !== state, `but its proof is ${proof?.state}`],
    [group.freeFrom !== null, 'but on offer'],
    [group.provenAt === null, 'but proven at no time'],
  ]);
}

/**
 * Whether the server's table leads from one state to another by these events and by deadlines.
 * @param {string} from
 * @param {string} to
 * @param {ReadonlySet<Event>} asked
 */
export function isReachable(from, to, asked) {
  const reached = new Set([from]);
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    for (const event of [.../** @type {Event[]} */ (['EXPIRE']), ...asked]) {
      if (statesAllowing(event).some((state) => reached.has(state)))
        for (const target of targetsOf(event)) reached.add(target);
    }
  }
  return reached.has(to);
}

/**
 * @param {Event} event
 * @returns {string[]}
 */
function targetsOf(event) {
  return Object.values(TRANSITIONS[event]).flatMap((target) =>
    target === 'IDLE' ? ['AVAILABLE', 'EXECUTED'] : target,
  );
}

/**
 * @param {[boolean, string][]} list
 * @returns {string[]}
 */
export function problems(list) {
  return list.flatMap(([wrong, text]) => (wrong ? [text] : []));
}
