import { reservationOperation } from '../access/guarded-operation.js';
import type { OperationContext } from '../context/operation-context.js';
import { inTransaction } from '../database/in-transaction.js';
import { groupChanged, groupFreed } from '../events/group-changed.js';
import { InputGroup } from '../input-group/input-group.entity.js';
import { notLive, requireLive } from '../reservation/not-live.js';
import { reread } from '../reservation/reread-reservation.js';
import type { Reservation } from '../reservation/reservation.entity.js';
import { dropFile } from '../storage/drop-files.js';
import type { ReceivedFile } from '../storage/receive-upload.js';
import { withFiles } from '../storage/with-files.js';
import { receiveSent, type SentFile } from '../upload/receive-sent.js';
import { checkExecution } from './check-execution.js';
import { Execution } from './execution.entity.js';
import { rememberSize } from './remember-size.js';
import { requireExecutionWanted } from './require-execution-wanted.js';
import { storeExecution } from './store-execution.js';

/** An execution that a donor hands in. */
export interface ExecutionUpload {
  token: string;
  execution: SentFile;
}

/**
 * Stores the execution of a reserved group. Under EXECUTE it ends the lease; under EXECUTE_AND_PROVE it is a checkpoint.
 * The same file sent again gets the same answer.
 * @throws DomainError INVALID_REQUEST when it belongs to another program or input, FILE_TOO_LARGE, RESERVATION_EXPIRED,
 * SUPERSEDED, UPLOAD_NOT_FOUND, INVALID_STATE (also when the quota of executions for its organization has no room for it).
 */
export const submitExecution = reservationOperation(
  'submitExecution',
  async (ctx, reservation, { execution }: ExecutionUpload): Promise<InputGroup> => {
    requireExecutionWanted(reservation);
    // A completed reservation may be a request that is sent again: its content tells.
    if (reservation.state !== 'COMPLETED') requireLive(reservation, await ctx.clock.now(ctx.em));
    const before = await currentExecution(ctx, reservation);
    await receiveSent(
      ctx,
      execution,
      { kind: 'EXECUTION', reservation },
      {
        known: async (sha256) => (await currentExecution(ctx, reservation))?.sha256 === sha256 || undefined,
        take: async (file) => {
          await accept(ctx, reservation, file, before);
          return true;
        },
      },
    );
    return rereadGroup(ctx, reservation);
  },
);

async function accept(
  ctx: OperationContext,
  reservation: Reservation,
  file: ReceivedFile,
  before: Execution | null,
): Promise<void> {
  const now = await ctx.clock.now(ctx.em);
  if (reservation.state !== 'LIVE') throw notLive(reservation, now);
  const { steps } = await checkExecution(ctx, reservation.inputGroup, file);
  await withFiles(ctx, [file], async () => {
    const at = await ctx.clock.now(ctx.em);
    await inTransaction(ctx, (em) =>
      storeExecution(em, reservation, { ...file, steps }, at, ctx.config.limits),
    );
  });
  await rememberSize(ctx.em, reservation.inputGroup.program, file.size);
  if (before !== null) await dropFile(ctx, before.sha256);
  ctx.events.changed('reservation', reservation.id);
  const { kind, inputGroup } = reservation;
  if (kind === 'EXECUTE') groupFreed(ctx.events, inputGroup.id);
  else groupChanged(ctx.events, inputGroup.id);
}

/** The group's stored execution. */
function currentExecution(ctx: OperationContext, { inputGroup }: Reservation): Promise<Execution | null> {
  return ctx.em.findOne(Execution, { inputGroup: inputGroup.id });
}

/** Read again with its reservation: one that has ended no longer gives a sight of the files. */
async function rereadGroup(ctx: OperationContext, reservation: Reservation): Promise<InputGroup> {
  const { inputGroup } = await reread(ctx, reservation);
  return ctx.em.findOneOrFail(InputGroup, inputGroup.id);
}
