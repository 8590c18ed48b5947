import { call } from '../lib/call-rest.mjs';

/** Programs that share the groups. */
const PROGRAMS = 20;
/** Rows that one statement adds. */
const AT_ONCE = 250_000;

/** How the copies' ids begin: later than the originals'. */
const LATER = 'ffff0000-0000-7000-8000-';

/** The columns of a group that its copies have as they are. */
const SAME =
  'program_id, state, executed, free_from, fencing_number, input_commitment, value_count, input_sha256, input_bytes, attempts, created_at';

/** The columns of kept counts. */
const COUNTS = 'available, reserved, executed, proven, confirmed, failed';

/**
 * Publishes programs with one group each, over REST: what the copies are made of. Returns the owner's token.
 * @param {string} server
 * @param {import('./materials.mjs').Materials} materials
 * @returns {Promise<string>}
 */
export async function publishPrograms(server, { archive, csv }) {
  const account = { username: 'bench', password: 'correct horse', name: 'Bench', description: '' };
  await call(server, '/account/register', { json: account });
  const { data } = await call(server, '/account/login', { json: account });
  const { token } = data.basic_token;
  for (let n = 0; n < PROGRAMS; n += 1) {
    const form = { name: `Program ${n}`, description: '', execution_timeout: 3600 };
    const file = new Blob([new Uint8Array(archive)]);
    const { program_id } = (await call(server, '/program/upload', { token, file, form })).data;
    await call(server, `/program/inputs/${program_id}`, {
      token,
      file: new Blob([csv]),
      form: { name: 'group' },
    });
  }
  return token;
}

/**
 * Copies groups until there are so many, doubling them, as equally over the programs as they are. Their ids grow, as those of
 * groups that are uploaded do.
 * @param {import('./database.mjs').Database} database
 * @param {number} groups
 */
export async function growTo(database, groups) {
  for (let there = await countGroups(database); there < groups; ) {
    const more = Math.min(there, groups - there, AT_ONCE);
    const number = `${there} + row_number() over ()`;
    await database.execute(
      `insert into input_group (id, name, name_key, ${SAME})
       select ${database.numbered(LATER, number)}, ${database.numbered('copy ', number)}, ${database.numbered('copy ', number)}, ${SAME}
       from (select ${SAME} from input_group limit ${more}) as original`,
    );
    there += more;
  }
  await countAnew(database);
}

/**
 * The counts of groups that the server keeps, of programs whose groups are all free.
 * @param {import('./database.mjs').Database} database
 */
async function countAnew(database) {
  await database.execute('delete from group_count_change');
  await database.execute('delete from group_count');
  await database.execute(
    `insert into group_count (program_id, ${COUNTS})
     select program_id, count(*), 0, 0, 0, 0, 0 from input_group group by program_id`,
  );
}

/**
 * Gives groups that were claimed back, as their donors could.
 * @param {import('./database.mjs').Database} database
 * @param {string[]} groups
 */
export async function giveBack(database, groups) {
  const ids = groups.map((id) => `'${id}'`).join();
  if (ids === '') return;
  await database.execute(
    `update reservation set state = 'RELEASED', ended_at = ${database.now}, version = version + 1 where input_group_id in (${ids}) and state = 'LIVE'`,
  );
  await database.execute(
    `insert into group_count_change (id, program_id, ${COUNTS})
     select ${database.newId}, program_id, count(*), -count(*), 0, 0, 0, 0 from input_group
     where id in (${ids}) and state = 'RESERVED' group by program_id`,
  );
  await database.execute(
    `update input_group set state = 'AVAILABLE', free_from = ${database.now} where id in (${ids}) and state = 'RESERVED'`,
  );
}

/**
 * @param {import('./database.mjs').Database} database
 * @returns {Promise<number>}
 */
async function countGroups(database) {
  const [row] = await database.query('select count(*) as groups_there from input_group');
  return Number(row?.groups_there);
}
