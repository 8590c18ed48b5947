import { DomainError, invalidField, nicknameBytes, validateNickname } from '@cairn/shared-schema';
import type { EntityManager } from '@mikro-orm/sql';
import { donorOperation } from '../access/guarded-operation.js';
import type { OperationContext } from '../context/operation-context.js';
import { dialectOf } from '../database/dialect.js';
import { inTransaction } from '../database/in-transaction.js';
import type { DonorStanding } from './credit.types.js';
import type { DonorSignature } from './donor-signature.js';
import { donorStanding } from './donor-standing.js';

/** What a donor wants to be called. */
export interface NicknameChange {
  donor: DonorSignature;
  /** In its normal form; empty for none. */
  nickname: string;
  /** When the donor says so: of two changes the later one holds, so that an old one cannot be sent again. */
  at: Date;
}

/** So far a donor's clock may be ahead. */
const MOST_AHEAD_MS = 10 * 60 * 1000;

/**
 * Gives a donor a nickname, or takes it away. Two donors may have the same. Only a key with an accepted proof has one: else
 * anybody could fill the table.
 * @throws DomainError INVALID_REQUEST for a nickname, a moment or a signature that will not do; INVALID_STATE when the key has no proof.
 */
export const setNickname = donorOperation(
  'setNickname',
  ({ donor, nickname, at }: NicknameChange, server) =>
    nicknameBytes({ server, donor: donor.publicKey, nickname, at: at.toISOString() }),
  async (ctx: OperationContext, change): Promise<DonorStanding> => {
    const nickname = validateNickname(change.nickname);
    const { publicKey } = change.donor;
    const now = await ctx.clock.now(ctx.em);
    if (change.at.getTime() > now.getTime() + MOST_AHEAD_MS)
      throw invalidField(
        'at',
        change.at.toISOString(),
        `at most ${now.toISOString()}`,
        'Set your clock right.',
      );
    if (!(await hasProof(ctx.em, publicKey))) throw noProofYet();
    await inTransaction(ctx, (em) => write(em, publicKey, nickname === '' ? null : nickname, change.at));
    ctx.view.renew();
    return donorStanding(ctx, { publicKey });
  },
);

async function hasProof(em: EntityManager, publicKey: string): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    `select 1 as found from proof where donor_key = ? and state in ('SUBMITTED', 'CONFIRMED')
     union all select 1 from donor where public_key = ? limit 1`,
    [publicKey, publicKey],
  );
  return rows.length > 0;
}

/** An earlier change that comes later changes nothing. */
async function write(em: EntityManager, publicKey: string, nickname: string | null, at: Date): Promise<void> {
  const isMysql = dialectOf(em) === 'mysql';
  const given = (name: string) => (isMysql ? `values(${name})` : `excluded.${name}`);
  const isLater = `donor.nickname_at is null or donor.nickname_at < ${given('nickname_at')}`;
  // In this order: MySQL compares with what the statement itself has already written.
  const changes = ['nickname', 'nickname_at']
    .map((name) => `${name} = case when ${isLater} then ${given(name)} else donor.${name} end`)
    .join(', ');
  await em.execute(
    `insert into donor (public_key, nickname, nickname_at) values (?, ?, ?)
     ${isMysql ? 'on duplicate key update' : 'on conflict (public_key) do update set'} ${changes}`,
    [publicKey, nickname, at],
  );
}

function noProofYet(): DomainError {
  return new DomainError('INVALID_STATE', 'No proof by this key was accepted yet.', {
    help: 'Hand in a proof first, then set the nickname.',
  });
}
