import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * The donor's pieces of work, as its database has them. Nobody writes into it meanwhile.
 * @param {string} dataDir
 * @returns {import('./book.mjs').Piece[]} without questions that were not answered
 */
export function readPieces(dataDir) {
  const file = join(dataDir, 'donor.db');
  if (!existsSync(file)) return [];
  const rows = read(file, ['select piece, outcome from work order by begun_at'])[0] ?? [];
  return rows.flatMap(({ piece, outcome }) => {
    const { reservation, execution, proof } = JSON.parse(String(piece));
    if (reservation === undefined) return [];
    const facts = { hasExecution: execution !== undefined, hasProof: proof !== undefined };
    return [
      {
        groupId: reservation.inputGroup.id,
        ...facts,
        outcome: outcome === null ? undefined : String(outcome),
      },
    ];
  });
}

/**
 * The folders of pieces of work that the donor has not cleared away.
 * @param {string} dataDir
 */
export function workFolders(dataDir) {
  const parent = join(dataDir, 'work');
  return existsSync(parent) ? readdirSync(parent) : [];
}

/**
 * @param {string} file the API's database
 * @returns {Omit<import('./check-end.mjs').End, 'pieces' | 'workFolders'>}
 */
export function readServer(file) {
  const [groups, reservations, proofs] = read(file, [
    'select id, state from input_group',
    'select id, input_group_id as groupId, kind, state from reservation',
    'select input_group_id as groupId, state from proof',
  ]);
  return /** @type {any} */ ({ groups, reservations, proofs });
}

/**
 * @param {string} file
 * @param {string[]} queries
 */
function read(file, queries) {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return queries.map((query) =>
      database
        .prepare(query)
        .all()
        .map((row) => ({ ...row })),
    );
  } finally {
    database.close();
  }
}
