import type { EntityManager } from '@mikro-orm/sql';
import type { Claim, Claimed } from './claim.js';

/**
 * Free for this kind of work: idle or past its deadline (`free_from`), executed or not as the kind needs, and not
 * reported by the same donor. Takes: executed, now, donor.
 */
const FREE = `g.executed = ? and g.free_from <= ? and not exists (
  select 1 from failure_report r where r.input_group_id = g.id and r.address_hash = ?)`;

/**
 * The program that was served longest ago, of those that have something free. Written as a subquery with a limit rather
 * than `exists`, which SQLite would make a join over every free group of every program.
 */
const NEXT_PROGRAM = `select p.id from program p
  where (? is null or p.organization_id = ?) and (
    select 1 from input_group g where g.program_id = p.id and ${FREE} limit 1) is not null
  order by p.last_reserved_at limit 1`;

/**
 * The one place with SQL of SQLite's own. One statement finds and takes a group: two claimers can never get the same
 * one, since SQLite lets one writer at a time. Its first act in a transaction is to write, so it never has to upgrade.
 */
export async function claimOnSqlite(em: EntityManager, claim: Claim): Promise<Claimed | undefined> {
  const now = claim.now.getTime();
  const free = [claim.kind === 'PROVE' ? 1 : 0, now, claim.addressHash];
  const organization = claim.organizationId ?? null;
  const [program, programParams] =
    claim.programId === undefined
      ? [NEXT_PROGRAM, [organization, organization, ...free]]
      : ['?', [claim.programId]];
  const rows = await em.execute<ClaimedRow[]>(
    `update input_group set
       state = 'RESERVED', holder_id = ?, fencing_number = fencing_number + 1, attempts = attempts + 1,
       last_reserved_at = ?,
       free_from = ? + 1000 * (select lease_seconds from program where id = program_id)
     where id = (
       select g.id from input_group g where g.program_id = (${program}) and ${FREE}
       order by g.free_from, g.id limit 1)
     returning id, program_id, fencing_number, free_from`,
    [claim.reservationId, now, now, ...programParams, ...free],
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
