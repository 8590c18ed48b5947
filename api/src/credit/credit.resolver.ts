import { receiptBytes } from '@cairn/shared-schema';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { OperationContext } from '../context/operation-context.js';
import { type Connection, connectionOf } from '../pagination/connection.js';
import { OrderedPageArguments } from '../pagination/page-arguments.js';
import { SetNicknameInput } from './credit.input.js';
import { DonorStanding, LeaderboardEntry } from './credit.types.js';
import { donorStanding } from './donor-standing.js';
import { leaderboard } from './leaderboard.js';
import { listReceipts } from './list-receipts.js';
import { Receipt } from './receipt.entity.js';
import { setNickname } from './set-nickname.js';

const ReceiptConnection = connectionOf(() => Receipt, 'Receipt');
const OF_PROGRAM = { nullable: true, description: 'Of this program alone; of all programs when left out.' };
const PUBLIC_KEY = { description: "The donor's public key: 64 hex digits in lower case." };

@Resolver(() => Receipt)
export class CreditResolver {
  @Query(() => [LeaderboardEntry], {
    description: 'The donors with the most proven rows, the first first.',
  })
  leaderboard(
    @Ctx() ctx: OperationContext,
    @Arg('programId', () => ID, OF_PROGRAM) programId?: string | null,
    @Arg('first', () => Int, { nullable: true, description: 'How many: 1 to 50, 20 when left out.' })
    first?: number | null,
  ): Promise<LeaderboardEntry[]> {
    return leaderboard(ctx, { programId: programId ?? null, first: first ?? null });
  }

  @Query(() => DonorStanding, { description: 'How a donor stands.' })
  donor(
    @Ctx() ctx: OperationContext,
    @Arg('publicKey', () => String, PUBLIC_KEY) publicKey: string,
    @Arg('programId', () => ID, OF_PROGRAM) programId?: string | null,
  ): Promise<DonorStanding> {
    return donorStanding(ctx, { publicKey, programId: programId ?? null });
  }

  @Query(() => ReceiptConnection, { description: 'Receipts for the confirmed proofs of a donor.' })
  receipts(
    @Ctx() ctx: OperationContext,
    @Args(() => OrderedPageArguments) page: OrderedPageArguments,
    @Arg('publicKey', () => String, PUBLIC_KEY) publicKey: string,
  ): Promise<Connection<Receipt>> {
    return listReceipts(ctx, { ...page, publicKey });
  }

  @Mutation(() => DonorStanding, {
    description:
      'Gives a donor a nickname, or takes it away; signed by its key, which must have an accepted proof. Answers how it stands.',
  })
  setNickname(
    @Ctx() ctx: OperationContext,
    @Arg('input', () => SetNicknameInput, { description: 'The nickname.' }) input: SetNicknameInput,
  ): Promise<DonorStanding> {
    return setNickname(ctx, input);
  }

  @FieldResolver(() => String, {
    description: 'Public key of this server, in hex: see `serverInfo.receiptKeys`.',
  })
  server(@Ctx() ctx: OperationContext): string {
    return ctx.serverKeys.current;
  }

  @FieldResolver(() => String, {
    description: "The server's signature of all the other fields but `id`, in hex.",
  })
  signature(@Ctx() ctx: OperationContext, @Root() receipt: Receipt): string {
    const { serverKeys } = ctx;
    const confirmedAt = receipt.confirmedAt.toISOString();
    return serverKeys.sign(receiptBytes({ ...receipt, confirmedAt, server: serverKeys.current }));
  }
}
