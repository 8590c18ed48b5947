/**
 * @typedef {{ id: string, name: string, state: string, executed: number, freeFrom: number | null, fencingNumber: number,
 *   holderId: string | null, proofId: string | null, sha256: string, size: number, provenAt: number | null,
 *   confirmedAt: number | null, attempts: number }} GroupRow
 * @typedef {{ id: string, groupId: string, kind: string, state: string, version: number, fencingNumber: number,
 *   clientKeyHash: string, expiresAt: number }} ReservationRow
 * @typedef {{ groupId: string, sha256: string, size: number }} ExecutionRow
 * @typedef {{ id: string, groupId: string, state: string, sha256: string, size: number, fileKept: number }} ProofRow
 * @typedef {{ archiveSha256: string, archiveBytes: number, executableSha256: string, executableBytes: number }} ProgramRow
 *
 * All that matters, as it stood at one moment. Times are in milliseconds since 1970.
 * @typedef {object} Rows
 * @property {number} now
 * @property {GroupRow[]} groups
 * @property {ReservationRow[]} reservations
 * @property {ExecutionRow[]} executions
 * @property {ProofRow[]} proofs
 * @property {{ groupId: string }[]} rejections
 * @property {{ groupId: string, counts: number }[]} reports
 * @property {ProgramRow[]} programs
 * @property {{ storedBytes: number, executionBytes: number, groupCount: number }[]} organizations
 */

const QUERIES = {
  groups: `select id, name, state, executed, free_from as freeFrom, fencing_number as fencingNumber, holder_id as holderId,
    proof_id as proofId, input_sha256 as sha256, input_bytes as size, proven_at as provenAt, confirmed_at as confirmedAt,
    attempts from input_group order by id`,
  reservations: `select id, input_group_id as groupId, kind, state, version, fencing_number as fencingNumber,
    client_key_hash as clientKeyHash, expires_at as expiresAt from reservation order by id`,
  executions: 'select input_group_id as groupId, sha256, size from execution',
  proofs:
    'select id, input_group_id as groupId, state, sha256, size, file_kept as fileKept from proof order by id',
  rejections: 'select input_group_id as groupId from rejection',
  reports: 'select input_group_id as groupId, counts from failure_report',
  programs: `select archive_sha256 as archiveSha256, archive_bytes as archiveBytes,
    executable_sha256 as executableSha256, executable_bytes as executableBytes from program`,
  organizations:
    'select stored_bytes as storedBytes, execution_bytes as executionBytes, group_count as groupCount from organization',
};

/**
 * Reads everything within the transaction that is under way.
 * @param {import('./database.mjs').Database} database
 * @returns {Promise<Rows>}
 */
export async function readRows(database) {
  /** @type {Record<string, any>} */
  const rows = { now: Date.now() };
  for (const [table, sql] of Object.entries(QUERIES)) rows[table] = (await database.query(sql)).map(plain);
  return /** @type {Rows} */ (rows);
}

/**
 * Everything as it stood at one moment.
 * @param {import('./database.mjs').Database} database
 */
export async function snapshot(database) {
  await database.query('begin');
  try {
    return await readRows(database);
  } finally {
    await database.query('rollback');
  }
}

/** @param {Record<string, unknown>} row */
function plain(row) {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value instanceof Date ? value.getTime() : value]),
  );
}
