import type { EntityManager } from '@mikro-orm/sql';
import type { Claim, Claimed } from './claim.js';
import { FREE, freeFor, NEXT_PROGRAM, SERVED } from './free-groups.js';

/** One statement finds and takes a group: SQLite lets one writer at a time, and has no other locks. */
export async function claimOnSqlite(em: EntityManager, claim: Claim): Promise<Claimed | undefined> {
  const { now, reservationId } = claim;
  const organization = claim.organizationId ?? null;
  const [program, programParams] =
    claim.programId === undefined
      ? [`select id from (${NEXT_PROGRAM})`, [organization, organization, ...freeFor(claim)]]
      : [`select p.id from program p where p.id = ? and ${SERVED}`, [claim.programId]];
  const rows = await em.execute<ClaimedRow[]>(
    `update input_group set
       state = 'RESERVED', holder_id = ?, fencing_number = fencing_number + 1, attempts = attempts + 1,
       last_reserved_at = ?,
       free_from = ? + 1000 * (select lease_seconds from program where id = program_id)
     where id = (
       select g.id from input_group g where g.program_id = (${program}) and ${FREE}
       order by g.free_from, g.id limit 1)
     returning id, program_id, fencing_number, free_from`,
    [reservationId, now, now, ...programParams, ...freeFor(claim)],
  );
  const row = rows[0];
  if (row === undefined) return undefined;
  return {
    inputGroupId: row.id,
    programId: row.program_id,
    fencingNumber: row.fencing_number,
    expiresAt: new Date(row.free_from),
  };
}

interface ClaimedRow {
  id: string;
  program_id: string;
  fencing_number: number;
  free_from: number;
}
