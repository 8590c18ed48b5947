import { invalidField, isPublicKey } from '@cairn/shared-schema';
import type { EntityManager } from '@mikro-orm/sql';
import { publicOperation } from '../access/guarded-operation.js';
import type { OperationContext } from '../context/operation-context.js';
import type { DonorStanding } from './credit.types.js';

/** Places are counted up to here: nobody's question reads more of the index. */
export const LAST_PLACE = 10_000;

/** Whose standing, and of which program. */
export interface StandingWanted {
  publicKey: string;
  /** Of all programs without it. */
  programId?: string | null;
}

/**
 * How a donor stands: three statements, however many donors there are. A key that nobody has heard of has nothing.
 * @throws DomainError INVALID_REQUEST for what is no key.
 */
export const donorStanding = publicOperation(
  'donor',
  async ({ em }: OperationContext, { publicKey, programId }: StandingWanted): Promise<DonorStanding> => {
    requireKey(publicKey);
    const [row] = await em.execute<(Amounts & { nickname: string | null })[]>(
      programId == null
        ? `select nickname, ${AMOUNTS} from donor c where c.public_key = ?`
        : `select d.nickname, ${AMOUNTS} from donor d left join program_credit c
             on c.public_key = d.public_key and c.program_id = ? where d.public_key = ?`,
      programId == null ? [publicKey] : [programId, publicKey],
    );
    const [waiting] = await em.execute<{ proofs: number; rows: number | null }[]>(
      `select count(*) as proofs, sum(proven_rows) as ${ROWS} from proof
       where donor_key = ? and state = 'SUBMITTED' ${programId == null ? '' : 'and program_id = ?'}`,
      programId == null ? [publicKey] : [publicKey, programId],
    );
    const rankedRows = Number(row?.rankedRows ?? 0);
    return {
      publicKey,
      nickname: row?.nickname ?? null,
      provenRows: Number(row?.provenRows ?? 0),
      proofs: Number(row?.proofs ?? 0),
      rankedRows,
      waitingProofs: Number(waiting?.proofs ?? 0),
      waitingRows: Number(waiting?.rows ?? 0),
      place: rankedRows === 0 ? null : await placeOf(em, rankedRows, programId ?? undefined),
    };
  },
);

type Amounts = Record<'provenRows' | 'proofs' | 'rankedRows', number | null>;
const AMOUNTS = 'c.proven_rows as provenRows, c.proofs, c.ranked_rows as rankedRows';
/** A word of MySQL's own otherwise. */
const ROWS = '`rows`';

/** @throws DomainError INVALID_REQUEST */
export function requireKey(publicKey: string): void {
  if (isPublicKey(publicKey)) return;
  throw invalidField('publicKey', 'another form', '64 hex digits in lower case: a public key of Ed25519');
}

/** One more than there are donors with more; null behind the last place that is counted. */
async function placeOf(
  em: EntityManager,
  rankedRows: number,
  programId: string | undefined,
): Promise<number | null> {
  const [table, ofProgram, values] =
    programId === undefined
      ? ['donor', '', [rankedRows]]
      : ['program_credit', 'program_id = ? and', [programId, rankedRows]];
  const [{ ahead } = { ahead: 0 }] = await em.execute<{ ahead: number }[]>(
    `select count(*) as ahead from
       (select 1 from ${table} where ${ofProgram} ranked_rows > ? order by ranked_rows desc limit ?) better`,
    [...values, LAST_PLACE],
  );
  return Number(ahead) < LAST_PLACE ? Number(ahead) + 1 : null;
}
