import type { EntityManager } from '@mikro-orm/sql';
import type { Claim, Claimed } from './claim.js';
import { FREE, freeFor, NEXT_PROGRAM, SERVED } from './free-groups.js';

/**
 * Looks for a free group, passing over those that other claims hold, and takes it. "No row" may only mean that all free
 * ones are held at this moment: then it looks again and waits for them, and goes to the next program when they are gone.
 */
export async function claimOnMysql(em: EntityManager, claim: Claim): Promise<Claimed | undefined> {
  for (;;) {
    const program = await nextProgram(em, claim);
    if (program === undefined) return undefined;
    const group =
      (await lockFree(em, program.id, claim, 'skip locked')) ?? (await lockFree(em, program.id, claim, ''));
    if (group !== undefined) return take(em, claim, program, group);
    if (claim.programId !== undefined) return undefined;
  }
}

interface ProgramRow {
  id: string;
  lease_seconds: number;
}

interface GroupRow {
  id: string;
  fencing_number: number;
}

async function nextProgram(em: EntityManager, claim: Claim): Promise<ProgramRow | undefined> {
  const organization = claim.organizationId ?? null;
  const rows =
    claim.programId === undefined
      ? await em.execute<ProgramRow[]>(NEXT_PROGRAM, [organization, organization, ...freeFor(claim)])
      : await em.execute<ProgramRow[]>(
          `select p.id, p.lease_seconds from program p where p.id = ? and ${SERVED}`,
          [claim.programId],
        );
  return rows[0];
}

async function lockFree(
  em: EntityManager,
  program: string,
  claim: Claim,
  whenLocked: 'skip locked' | '',
): Promise<GroupRow | undefined> {
  const rows = await em.execute<GroupRow[]>(
    `select g.id, g.fencing_number from input_group g where g.program_id = ? and ${FREE}
     order by g.free_from, g.id limit 1 for update ${whenLocked}`,
    [program, ...freeFor(claim)],
  );
  return rows[0];
}

async function take(
  em: EntityManager,
  { reservationId, now }: Claim,
  program: ProgramRow,
  group: GroupRow,
): Promise<Claimed> {
  const expiresAt = new Date(now.getTime() + program.lease_seconds * 1000);
  const fencingNumber = group.fencing_number + 1;
  await em.execute(
    `update input_group set state = 'RESERVED', holder_id = ?, fencing_number = ?, attempts = attempts + 1,
       last_reserved_at = ?, free_from = ? where id = ?`,
    [reservationId, fencingNumber, now, expiresAt, group.id],
  );
  return { inputGroupId: group.id, programId: program.id, fencingNumber, expiresAt };
}
