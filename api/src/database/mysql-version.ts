import { ConfigError } from '../config/config-error.js';
import type { MysqlFlavour } from './mysql-options.js';

/** The first with SKIP LOCKED and an order of texts that pads nothing. */
const OLDEST = { mysql: [8, 0, 17], mariadb: [10, 6, 0] } as const;
const NAMES = { mysql: 'MySQL', mariadb: 'MariaDB' };

/**
 * Reads what `select version()` says.
 * @throws ConfigError when the server is too old.
 */
export function readServerVersion(version: string): MysqlFlavour {
  const flavour = /mariadb/iu.test(version) ? 'mariadb' : 'mysql';
  // MariaDB may put a 5.5.5- before its own version.
  const [, ...parts] = /(\d+)\.(\d+)\.(\d+)/u.exec(version.replace(/^5\.5\.5-/u, '')) ?? [];
  const oldest = OLDEST[flavour];
  if (isBefore(parts.map(Number), oldest)) {
    throw new ConfigError(
      `The database server is ${version}, expected ${NAMES[flavour]} ${oldest.join('.')} or newer.`,
    );
  }
  return flavour;
}

function isBefore(found: readonly number[], oldest: readonly number[]): boolean {
  const place = oldest.findIndex((part, index) => part !== found[index]);
  return place >= 0 && (found[place] ?? 0) < (oldest[place] ?? 0);
}
