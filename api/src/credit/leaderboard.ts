import { invalidField, PAGE_SIZE } from '@cairn/shared-schema';
import type { EntityManager } from '@mikro-orm/sql';
import { publicOperation } from '../access/guarded-operation.js';
import type { OperationContext } from '../context/operation-context.js';
import type { LeaderboardEntry } from './credit.types.js';

/** Which leaderboard, and how much of it. */
export interface LeaderboardWanted {
  /** Of all programs without it. */
  programId?: string | null;
  /** How many entries. */
  first?: number | null;
}

/**
 * The donors with the most proven rows that rank, read by an index in one statement.
 * @throws DomainError INVALID_REQUEST
 */
export const leaderboard = publicOperation(
  'leaderboard',
  async ({ em }: OperationContext, { programId, first }: LeaderboardWanted): Promise<LeaderboardEntry[]> => {
    const { min, max } = PAGE_SIZE;
    const most = first ?? PAGE_SIZE.default;
    if (most < min || most > max) throw invalidField('first', String(first), `${min} to ${max}`);
    return withPlaces(await readBest(em, programId ?? undefined, most));
  },
);

type Row = Omit<LeaderboardEntry, 'place'>;

async function readBest(em: EntityManager, programId: string | undefined, most: number): Promise<Row[]> {
  const amounts = 'ranked_rows as provenRows, c.ranked_proofs as proofs';
  const rows = await em.execute<Row[]>(
    programId === undefined
      ? `select c.public_key as publicKey, c.nickname, c.${amounts} from donor c
         where c.ranked_rows > 0 order by c.ranked_rows desc, c.public_key desc limit ?`
      : `select c.public_key as publicKey, d.nickname, c.${amounts} from program_credit c
         left join donor d on d.public_key = c.public_key
         where c.program_id = ? and c.ranked_rows > 0 order by c.ranked_rows desc, c.public_key desc limit ?`,
    programId === undefined ? [most] : [programId, most],
  );
  return rows.map((row) => ({ ...row, provenRows: Number(row.provenRows), proofs: Number(row.proofs) }));
}

/** Whoever has as much as another has the same place. */
function withPlaces(rows: readonly Row[]): LeaderboardEntry[] {
  const places = new Map<number, number>();
  for (const [index, { provenRows }] of rows.entries())
    if (!places.has(provenRows)) places.set(provenRows, index + 1);
  return rows.map((row) => ({ ...row, place: places.get(row.provenRows) ?? 0 }));
}
