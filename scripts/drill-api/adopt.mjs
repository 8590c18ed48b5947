/**
 * Takes over what was found right: from here on that is what must not be lost.
 * @param {import('./book.mjs').Book} book
 * @param {import('./rows.mjs').Rows} rows
 */
export function adopt(book, rows) {
  book.uploads.length = 0;
  adoptGroups(book, rows);
  adoptReservations(book, rows);
  const proofs = rows.proofs.map(({ id, groupId, sha256, state }) => ({
    id,
    groupId,
    sha256,
    may: new Set([state]),
  }));
  book.proofs = new Map(proofs.map((proof) => [proof.id, proof]));
}

/**
 * @param {import('./book.mjs').Book} book
 * @param {import('./rows.mjs').Rows} rows
 */
function adoptGroups(book, rows) {
  const executed = new Set(rows.executions.map(({ groupId }) => groupId));
  const rejections = Map.groupBy(rows.rejections, ({ groupId }) => groupId);
  const there = new Set(rows.groups.map(({ id }) => id));
  for (const id of book.groups.keys()) if (!there.has(id)) book.groups.delete(id);
  for (const { id, name, sha256, state, fencingNumber } of rows.groups) {
    const group = book.group(id, name, sha256);
    Object.assign(group, { state, fencingNumber, deleted: 'no', executed: executed.has(id) });
    group.events.clear();
    group.rejections = { acknowledged: rejections.get(id)?.length ?? 0, asked: 0 };
  }
}

/**
 * Those whose claim was not answered come in when the donor repeats it: only then is their token known.
 * @param {import('./book.mjs').Book} book
 * @param {import('./rows.mjs').Rows} rows
 */
function adoptReservations(book, rows) {
  const found = new Map(rows.reservations.map((row) => [row.id, row]));
  for (const [id, known] of book.reservations) {
    const row = found.get(id);
    if (row === undefined) book.reservations.delete(id);
    else Object.assign(known, { version: row.version, expiresAt: row.expiresAt, may: new Set([row.state]) });
  }
  for (const row of found.values()) {
    if (!book.reservations.has(row.id)) book.reservations.set(row.id, { ...row, may: new Set([row.state]) });
  }
  book.claims.clear();
}
