import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from './database.mjs';
import { giveBack, growTo, publishPrograms } from './seed.mjs';
import { startServer } from './server.mjs';

/**
 * A server with so many input groups.
 * @typedef {object} Subject
 * @property {number} groups
 * @property {string} database its name
 * @property {string} url
 * @property {string} ownerToken of the organization that published all
 * @property {() => Promise<number>} cpu seconds that the server has worked
 * @property {(groups: string[]) => Promise<void>} giveBack
 * @property {() => Promise<void>} drop
 */

/**
 * @param {import('../demo/children.mjs').Children} children
 * @param {string} folder
 * @param {{ kind: import('./database.mjs').DatabaseKind, groups: number, materials: import('./materials.mjs').Materials }} wanted
 * @returns {Promise<Subject>}
 */
export async function makeSubject(children, folder, { kind, groups, materials }) {
  const data = join(folder, `${kind}-${groups}`);
  await mkdir(data);
  const database = await openDatabase(kind, data, String(groups));
  try {
    const { url, cpu } = await startServer(children, data, database.environment);
    const ownerToken = await publishPrograms(url, materials);
    await growTo(database, groups);
    return {
      groups,
      database: database.name,
      url,
      ownerToken,
      cpu,
      giveBack: (ids) => giveBack(database, ids),
      drop: database.drop,
    };
  } catch (error) {
    await database.drop();
    throw error;
  }
}
