import type { Config } from '../config/config.js';
import { ConfigError } from '../config/config-error.js';
import { describeFiles } from '../config/describe-files.js';
import { describePlace } from '../config/describe-place.js';

/** Where a server keeps rows and files. */
export type Places = Pick<Config, 'database' | 'files' | 'dataDir'>;

/** The file store belongs to a database, and the settings name another. */
export function storeOfAnother(
  places: Places,
  holder: string,
  identity = 'that has no identity yet',
): ConfigError {
  return new ConfigError(
    `The file store (${describeFiles(places.files, places.dataDir)}) belongs to the database ${holder}, and the settings name the database ${identity} (${describePlace(places.database)}). Over it a server would delete the other one's files. Set the database or the file store as they were; if the database ${holder} is gone for good, run "cairn-api take-over-files".`,
  );
}

/** The database has claimed a store before, and this one has no claim: it is another one, or it was emptied. */
export function storeOfNobody(places: Places, identity: string): ConfigError {
  return new ConfigError(
    `The file store (${describeFiles(places.files, places.dataDir)}) belongs to no database, and the database ${identity} (${describePlace(places.database)}) has had one of its own: this is another one, or it was emptied. Set the file store as it was, or bring its files back; if they are gone for good, run "cairn-api take-over-files".`,
  );
}
