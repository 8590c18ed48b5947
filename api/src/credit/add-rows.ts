import type { EntityManager } from '@mikro-orm/sql';
import { dialectOf } from '../database/dialect.js';

/** A proof that counts. */
export interface Counted {
  readonly donorKey: string;
  readonly program: { readonly id: string };
  readonly provenRows: number;
  readonly ownWork: boolean;
}

interface Sum {
  rows: number;
  proofs: number;
  rankedRows: number;
  rankedProofs: number;
}

/** Adds proven rows to what their donors have, in all and of each program: two statements, however many there are. */
export async function addRows(em: EntityManager, counted: readonly Counted[]): Promise<void> {
  if (counted.length === 0) return;
  const donors = sums(counted, ({ donorKey }) => donorKey);
  await add(em, { table: 'donor', keys: ['public_key'] }, donors);
  const programs = sums(counted, ({ program, donorKey }) => `${program.id} ${donorKey}`);
  await add(em, { table: 'program_credit', keys: ['program_id', 'public_key'] }, programs);
}

/** By key, in one order everywhere: two transactions do not wait for each other. */
function sums(counted: readonly Counted[], keyOf: (one: Counted) => string): [string, Sum][] {
  const found = new Map<string, Sum>();
  for (const one of counted) {
    const sum = found.get(keyOf(one)) ?? { rows: 0, proofs: 0, rankedRows: 0, rankedProofs: 0 };
    sum.rows += one.provenRows;
    sum.proofs += 1;
    if (!one.ownWork) {
      sum.rankedRows += one.provenRows;
      sum.rankedProofs += 1;
    }
    found.set(keyOf(one), sum);
  }
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1));
}

const AMOUNTS = ['proven_rows', 'proofs', 'ranked_rows', 'ranked_proofs'] as const;

async function add(
  em: EntityManager,
  { table, keys }: { readonly table: string; readonly keys: readonly string[] },
  found: readonly (readonly [string, Sum])[],
): Promise<void> {
  const columns = [...keys, ...AMOUNTS];
  const isMysql = dialectOf(em) === 'mysql';
  const added = (name: string) => (isMysql ? `values(${name})` : `excluded.${name}`);
  const changes = AMOUNTS.map((name) => `${name} = ${table}.${name} + ${added(name)}`).join(', ');
  const row = `(${columns.map(() => '?').join(', ')})`;
  await em.execute(
    `insert into ${table} (${columns.join(', ')}) values ${found.map(() => row).join(', ')}
     ${isMysql ? 'on duplicate key update' : `on conflict (${keys.join(', ')}) do update set`} ${changes}`,
    found.flatMap(([key, sum]) => [
      ...key.split(' '),
      ...[sum.rows, sum.proofs, sum.rankedRows, sum.rankedProofs],
    ]),
  );
}
