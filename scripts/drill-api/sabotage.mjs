import { appendFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles } from './files.mjs';
import { readRows } from './rows.mjs';

/**
 * Breaks things on purpose, one after the other, and undoes each: a check that notices nothing is none.
 * @param {import('./database.mjs').Database} database
 * @param {string} folder the API's data folder
 * @param {(rows: import('./rows.mjs').Rows) => Promise<string[]>} check
 */
export async function sabotage(database, folder, check) {
  const rows = await readRows(database);
  const noticed = [];
  for (const [name, sql] of statements(rows)) {
    noticed.push({ name, noticed: await tryStatement(database, sql, check) });
  }
  const [file] = (await listFiles(folder)).stored;
  if (file === undefined) return noticed;
  const { size } = await stat(file);
  for (const [name, spoil, mend] of spoiledFiles(folder, file, size)) {
    await spoil();
    noticed.push({ name, noticed: (await check(rows)).length > 0 });
    await mend();
  }
  return noticed;
}

/**
 * @param {import('./database.mjs').Database} database
 * @param {string} sql
 * @param {(rows: import('./rows.mjs').Rows) => Promise<string[]>} check
 */
async function tryStatement(database, sql, check) {
  await database.query('begin');
  try {
    await database.query(sql);
    return (await check(await readRows(database))).length > 0;
  } finally {
    await database.query('rollback');
  }
}

/**
 * Those for which there is something to break.
 * @param {import('./rows.mjs').Rows} rows
 */
function statements({ groups, reservations, executions, proofs, rejections }) {
  const of = (/** @type {string} */ state) => groups.find((group) => group.state === state)?.id;
  const reserved = groups.find(({ state, fencingNumber }) => state === 'RESERVED' && fencingNumber > 1);
  const ended = reservations.find(({ groupId, state }) => groupId === reserved?.id && state !== 'LIVE')?.id;
  /** @type {[string, string | undefined, (id: string) => string][]} */
  const all = [
    ['a lost reservation', reservations.at(-1)?.id, (id) => `delete from reservation where id = '${id}'`],
    ['a lost proof', proofs.at(-1)?.id, (id) => `delete from proof where id = '${id}'`],
    [
      'a lost execution',
      executions.at(-1)?.groupId,
      (id) => `delete from execution where input_group_id = '${id}'`,
    ],
    [
      'a lost rejection',
      rejections.at(-1)?.groupId,
      (id) => `delete from rejection where input_group_id = '${id}'`,
    ],
    ['a lost group', groups.at(-1)?.id, (id) => `delete from input_group where id = '${id}'`],
    ['a proof undone', of('PROVEN'), (id) => `update input_group set state = 'AVAILABLE' where id = '${id}'`],
    [
      'a result undone',
      of('CONFIRMED'),
      (id) => `update input_group set state = 'PROVEN' where id = '${id}'`,
    ],
    [
      'a lease forgotten',
      reserved?.id,
      (id) => `update input_group set state = 'AVAILABLE' where id = '${id}'`,
    ],
    [
      'two holders',
      ended,
      (id) => `update reservation set state = 'LIVE', expires_at = ${FAR} where id = '${id}'`,
    ],
    [
      'a fencing number again',
      reserved?.id,
      (id) => `update reservation set fencing_number = 1 where input_group_id = '${id}'`,
    ],
    [
      'a state that is none',
      of('AVAILABLE'),
      (id) => `update input_group set state = 'LOST' where id = '${id}'`,
    ],
    ['a wrong count', groups.at(-1)?.id, () => 'update organization set stored_bytes = stored_bytes + 1'],
  ];
  return all.flatMap(([name, id, sql]) =>
    id === undefined ? [] : /** @type {[string, string][]} */ ([[name, sql(id)]]),
  );
}

/** A deadline of that reservation that is certainly to come, in whatever way this database writes times. */
const FAR = '(select g.free_from from input_group g where g.id = reservation.input_group_id)';

/**
 * @param {string} folder
 * @param {string} file
 * @param {number} size
 * @returns {[string, () => Promise<void>, () => Promise<void>][]} name, how to spoil, how to mend
 */
function spoiledFiles(folder, file, size) {
  const aside = join(folder, 'aside');
  const strange = file.slice(0, -64) + 'f'.repeat(64);
  const half = join(folder, 'files', 'incoming', 'half');
  return [
    ['a lost file', () => rename(file, aside), () => rename(aside, file)],
    ['a longer file', () => appendFile(file, ' '), () => truncate(file, size)],
    ['a file that no row names', () => writeFile(strange, ''), () => rm(strange)],
    ['half a file left behind', () => writeFile(half, ''), () => rm(half)],
  ];
}
