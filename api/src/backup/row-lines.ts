import type { Connection, RowDataPacket } from 'mysql2';
import type { Connection as PromisedConnection } from 'mysql2/promise';

/** What comes before the rows of a table. */
export interface TableHeader {
  readonly table: string;
  readonly columns: readonly string[];
}

const COLUMN = /^[a-z0-9_]{1,64}$/u;
const ROWS_AT_ONCE = 200;
const BYTES_AT_ONCE = 1024 * 1024;

/** Whether a line is a table's header; every other line is a row. */
export function isTableHeader(value: unknown): value is TableHeader {
  return typeof value === 'object' && value !== null && 'table' in value;
}

/** A table as lines of JSON: its header, and an array of values for each row. */
export async function* linesOf(connection: Connection, table: string): AsyncGenerator<string> {
  const [fields] = await connection
    .promise()
    .query<RowDataPacket[]>(
      'select column_name as name from information_schema.columns where table_schema = database() and table_name = ? order by ordinal_position',
      [table],
    );
  const columns = fields.map(({ name }) => String(name));
  yield `${JSON.stringify({ table, columns } satisfies TableHeader)}\n`;
  const list = columns.map((column) => `\`${column}\``).join(', ');
  const rows = connection.query({ sql: `select ${list} from \`${table}\``, rowsAsArray: true }).stream();
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}

/** Inserts rows many at a time. */
export class RowBatches {
  #into = '';
  #width = 0;
  #rows: unknown[][] = [];
  #bytes = 0;

  constructor(private readonly connection: PromisedConnection) {}

  /** What is added from here on belongs to this table. */
  async begin({ table, columns }: TableHeader): Promise<void> {
    await this.flush();
    if (!columns.every((column) => COLUMN.test(column)))
      throw new Error(`A column of ${table} has no such name.`);
    this.#width = columns.length;
    this.#into = `insert into \`${table}\` (${columns.map((column) => `\`${column}\``).join(', ')}) values ?`;
  }

  async add(row: unknown[]): Promise<void> {
    if (!Array.isArray(row) || row.length !== this.#width)
      throw new Error('A row has not as many values as its table.');
    this.#rows.push(row);
    this.#bytes += JSON.stringify(row).length;
    if (this.#rows.length >= ROWS_AT_ONCE || this.#bytes >= BYTES_AT_ONCE) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.#rows.length === 0) return;
    await this.connection.query(this.#into, [this.#rows]);
    this.#rows = [];
    this.#bytes = 0;
  }
}
