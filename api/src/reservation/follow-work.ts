import { publicOperation } from '../access/guarded-operation.js';
import type { OperationContext } from '../context/operation-context.js';
import { ANYWHERE } from '../events/events.js';
import { follow, type Told } from '../events/follow.js';
import { watchPaced } from '../events/watch-paced.js';
import { Program } from '../program/program.entity.js';
import { checkWanted } from './check-wanted.js';
import { isFree } from './claim/free-groups.js';
import { nextPrograms } from './claim/next-programs.js';
import { donorNetwork } from './donor-network.js';
import type { Wanted } from './reserve-input-group.js';

/** What a donor without work waits for. */
export type WorkWanted = Omit<Wanted, 'clientKey'>;

/**
 * The program that a reservation would be served from, whenever there is one: at once, after groups came free (at most
 * once a second), and now and then. Nothing is held for the donor.
 * @throws DomainError PROGRAM_NOT_FOUND, ACCOUNT_NOT_FOUND; also later, when what was wanted is deleted; RATE_LIMITED.
 */
export const followWork = publicOperation(
  'workAvailable',
  async (ctx: OperationContext, wanted: WorkWanted): Promise<AsyncIterableIterator<Told<Program>>> => {
    await checkWanted(ctx, wanted);
    return follow(watchPaced(ctx, 'work', ANYWHERE), async function* () {
      ctx.view.renew();
      await checkWanted(ctx, wanted);
      const program = await findWork(ctx, wanted);
      if (program !== null) yield program;
      return true;
    });
  },
);

/** The program served longest ago of those that have something free for this donor. */
async function findWork(ctx: OperationContext, wanted: WorkWanted): Promise<Program | null> {
  const { kind, programId, organizationId } = wanted;
  const filter = { kind, programId: programId ?? undefined, organizationId: organizationId ?? undefined };
  const donor = donorNetwork(ctx.config.secrets.reservation, ctx.caller.address);
  const free = isFree(kind, await ctx.view.now(), donor);
  const [next] = await nextPrograms(ctx.em, filter, free, { most: 1, limits: ctx.config.limits });
  return next === undefined ? null : ctx.em.findOne(Program, next.id);
}
