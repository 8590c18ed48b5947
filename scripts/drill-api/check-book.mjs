import { isReachable, problems } from './check-states.mjs';

/**
 * @typedef {import('./book.mjs').Book} Book
 * @typedef {import('./rows.mjs').Rows} Rows
 */

/**
 * Holds the database against what was acknowledged: nothing of that may be missing, and nothing may be there that nobody
 * asked for.
 * @param {Book} book
 * @param {Rows} rows
 * @returns {string[]} what is wrong
 */
export function checkBook(book, rows) {
  const groups = new Map(rows.groups.map((row) => [row.id, row]));
  return [
    ...[...book.groups.values()].flatMap((known) => checkGroup(book, known, groups.get(known.id), rows)),
    ...checkUploads(book, rows),
    ...checkReservations(book, rows, groups),
    ...checkProofs(book, rows, groups),
  ];
}

/**
 * @param {Book} book
 * @param {import('./book.mjs').KnownGroup} known
 * @param {import('./rows.mjs').GroupRow | undefined} row
 * @param {Rows} rows
 */
function checkGroup(book, known, row, rows) {
  const name = `group ${known.name}`;
  if (row === undefined) return problems([[known.deleted === 'no', `${name} is lost`]]);
  const own = (/** @type {{ groupId: string }} */ { groupId }) => groupId === known.id;
  const claims = [...book.claims.values()].map((kind) => /** @type {const} */ (`RESERVE_${kind}`));
  const asked = new Set([...known.events, .../** @type {import('./book.mjs').Event[]} */ (claims)]);
  const { acknowledged, asked: open } = known.rejections;
  const rejections = rows.rejections.filter(own).length;
  const executions = rows.executions.filter(own).length;
  const executes = known.events.has('SUBMIT_EXECUTION') || known.events.has('CHECKPOINT');
  const reports = rows.reports.filter(own).length;
  return problems([
    [known.deleted === 'done', `${name} was deleted and is there`],
    [row.name !== known.name, `${name} is now named ${row.name}`],
    [row.sha256 !== known.inputSha256, `${name} has another input`],
    [row.fencingNumber < known.fencingNumber, `${name} went back to fencing number ${row.fencingNumber}`],
    [!isReachable(known.state, row.state, asked), `${name} went from ${known.state} to ${row.state} unasked`],
    [known.executed && row.state !== 'CONFIRMED' && executions === 0, `${name} lost its execution`],
    [!known.executed && !executes && executions > 0, `${name} has an execution that nobody sent`],
    [rejections < acknowledged, `${name} lost a rejection`],
    [rejections > acknowledged + open, `${name} has a rejection that nobody asked for`],
    [reports < known.reporters.size, `${name} lost a report of a failure`],
  ]);
}

/**
 * An upload without an answer is there whole, or not at all.
 * @param {Book} book
 * @param {Rows} rows
 */
function checkUploads(book, rows) {
  const unknown = new Map(rows.groups.filter(({ id }) => !book.groups.has(id)).map((row) => [row.name, row]));
  const wrong = book.uploads.flatMap((names) => {
    const found = [...names.keys()].filter((name) => unknown.has(name) || isKnown(book, name));
    const altered = [...names].filter(([name, sha256]) => (unknown.get(name)?.sha256 ?? sha256) !== sha256);
    for (const name of names.keys()) unknown.delete(name);
    return problems([
      [found.length !== 0 && found.length !== names.size, `half an upload: ${found.join(', ')}`],
      [altered.length > 0, `an upload with another input: ${altered.join(', ')}`],
    ]);
  });
  return [...wrong, ...[...unknown.keys()].map((name) => `group ${name} was never uploaded, or was deleted`)];
}

/**
 * @param {Book} book
 * @param {string} name
 */
function isKnown(book, name) {
  return [...book.groups.values()].some((group) => group.name === name);
}

/**
 * @param {Book} book
 * @param {Rows} rows
 * @param {Map<string, import('./rows.mjs').GroupRow>} groups
 */
function checkReservations(book, rows, groups) {
  const found = new Map(rows.reservations.map((row) => [row.id, row]));
  const known = [...book.reservations.values()]
    .filter(({ groupId }) => groups.has(groupId))
    .flatMap((one) => checkReservation(book, one, found.get(one.id), rows.now));
  const strange = rows.reservations
    .filter(({ id, clientKeyHash }) => !book.reservations.has(id) && !book.claims.has(clientKeyHash))
    .map(({ id }) => `reservation ${id} was never asked for`);
  return [...known, ...strange];
}

/**
 * @param {Book} book
 * @param {import('./book.mjs').KnownReservation} known
 * @param {import('./rows.mjs').ReservationRow | undefined} row
 * @param {number} now
 */
function checkReservation(book, known, row, now) {
  const name = `reservation ${known.id}`;
  if (row === undefined) return [`${name} is lost`];
  const may = new Set(known.may);
  const { events } = book.groups.get(known.groupId) ?? { events: new Set() };
  if (may.has('LIVE') && row.expiresAt <= now) may.add('EXPIRED');
  if (may.has('LIVE') && events.has('SUBMIT_PROOF')) may.add('SUPERSEDED');
  const moved = row.expiresAt !== known.expiresAt;
  return problems([
    [row.groupId !== known.groupId || row.kind !== known.kind, `${name} is now for something else`],
    [row.fencingNumber !== known.fencingNumber, `${name} has another fencing number`],
    [row.version < known.version, `${name} went back to version ${row.version}`],
    [!may.has(row.state), `${name} is ${row.state}, and may be ${[...may].join(' or ')}`],
    [row.expiresAt < known.expiresAt, `${name} lost a renewal`],
    [moved && !events.has('RENEW'), `${name} has another deadline unasked`],
  ]);
}

/**
 * @param {Book} book
 * @param {Rows} rows
 * @param {Map<string, import('./rows.mjs').GroupRow>} groups
 */
function checkProofs(book, rows, groups) {
  const found = new Map(rows.proofs.map((row) => [row.id, row]));
  const known = [...book.proofs.values()]
    .filter(({ groupId }) => groups.has(groupId))
    .flatMap((one) => checkProof(one, found.get(one.id), rows));
  const strange = rows.proofs
    .filter(
      ({ id, groupId }) => !book.proofs.has(id) && !book.groups.get(groupId)?.events.has('SUBMIT_PROOF'),
    )
    .map(({ id }) => `proof ${id} was never sent`);
  return [...known, ...strange];
}

/**
 * @param {import('./book.mjs').KnownProof} known
 * @param {import('./rows.mjs').ProofRow | undefined} row
 * @param {Rows} rows
 */
function checkProof(known, row, rows) {
  const name = `proof ${known.id}`;
  if (row !== undefined) {
    return problems([
      [row.sha256 !== known.sha256 || row.groupId !== known.groupId, `${name} is now another`],
      [!known.may.has(row.state), `${name} is ${row.state}, and may be ${[...known.may].join(' or ')}`],
    ]);
  }
  // One that was rejected makes room for the same file, handed in by whoever has reserved the group since.
  const again = rows.proofs.some(
    ({ groupId, sha256 }) => groupId === known.groupId && sha256 === known.sha256,
  );
  return problems([[!(known.may.has('REJECTED') && again), `${name} is lost`]]);
}
