import type { MysqlPlace } from '../config/database-place.js';

/** How every connection to a MySQL or MariaDB server is made; with TLS, to a server that proves its name. */
export function mysqlAccess({ host, port, user, password, tls }: MysqlPlace) {
  return { host, port, user, password, ...tlsAccess(tls) };
}

function tlsAccess(tls: MysqlPlace['tls']) {
  if (tls === undefined) return {};
  return { ssl: { ...tls, minVersion: 'TLSv1.2', rejectUnauthorized: true, verifyIdentity: true } as const };
}
