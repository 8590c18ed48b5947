import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { databaseFile } from './open-database.js';

/**
 * The programs that were marked as favourites before whom to work for was a setting, the first marked first. A database that has been
 * brought up to date has none.
 */
export function favouritesIn(dataDir: string): string[] {
  const file = databaseFile(dataDir);
  if (!existsSync(file)) return [];
  const database = new DatabaseSync(file);
  try {
    const isThere = database.prepare(`select 1 from sqlite_master where name = 'favourite'`).get();
    if (isThere === undefined) return [];
    const rows = database.prepare('select program_id from favourite order by rowid').all();
    return rows.map((row) => String(row.program_id));
  } finally {
    database.close();
  }
}
