/** A database of a MySQL or MariaDB server. */
export interface MysqlPlace {
  readonly kind: 'mysql';
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** Set to speak by TLS alone; `ca` is the authority's certificate in PEM, the known ones without it. */
  readonly tls?: { readonly ca?: string };
  /** Name of the database. */
  readonly name: string;
}

/** The embedded database. */
export interface SqlitePlace {
  readonly kind: 'sqlite';
  readonly file: string;
}

/** Where the rows are kept. */
export type DatabasePlace = SqlitePlace | MysqlPlace;
