import type { EntityManager } from '@mikro-orm/sql';
import type { ServerContext } from '../../context/operation-context.js';
import { claimStatements } from '../../credit/claim-statements.js';
import { inTransaction } from '../../database/in-transaction.js';
import { groupChanged } from '../../events/group-changed.js';
import { queueDeliveries } from '../../webhook/queue-deliveries.js';
import { Proof } from '../proof.entity.js';
import { endLeases } from './end-leases.js';
import { forgetRejected } from './forget-rejected.js';
import { type Contender, takeGroups } from './take-groups.js';
import { type Acceptance, proofRow, type VerifiedProof } from './verified-proof.js';

/** What accepting proofs needs of a server. */
export type AcceptServer = Pick<ServerContext, 'database' | 'clock' | 'events'>;

/**
 * Makes verified proofs their groups' proofs, unless others were first, in one short transaction with as many statements
 * for one as for many. Returns what came of each, in their order.
 */
export async function acceptProofs(
  server: AcceptServer,
  proofs: readonly VerifiedProof[],
): Promise<Acceptance[]> {
  const { won, ended } = await inTransaction(server, (em) => commit(em, server, proofs));
  const { events } = server;
  for (const id of ended) events.changed('reservation', id);
  for (const { proof } of won) groupChanged(events, proof.group.id);
  const organizations = new Set(won.map(({ proof }) => proof.group.program.organization.id));
  for (const id of organizations) events.changed('proofs', id);
  const rows = new Map(won.map(({ proof, row }) => [proof, row]));
  return proofs.map((proof) => ({ accepted: rows.get(proof) }));
}

/** Those that won, and the reservations that end with it. */
async function commit(em: EntityManager, { clock }: AcceptServer, proofs: readonly VerifiedProof[]) {
  // Anew in each attempt: whoever follows proofs waits for late ids no longer than one transaction takes.
  const now = await clock.now(em);
  const rows = proofs.map((proof, position) => ({ proof, row: proofRow(proof, now, position) }));
  const won = await takeGroups(em, firstOfEach(rows), now);
  if (won.length === 0) return { won, ended: [] };
  await forgetRejected(em, won);
  await em.insertMany(
    Proof,
    won.map(({ row }) => row),
  );
  await claimStatements(
    em,
    won.map(({ row }) => row),
  );
  const news = won.map(({ proof: { group }, row }) => ({
    organizationId: group.program.organization.id,
    programId: group.program.id,
    inputGroupId: group.id,
    proofId: row.id,
  }));
  await queueDeliveries(em, news, now);
  return { won, ended: await endLeases(em, won, now) };
}

/** Of several proofs of one group the one that came first; the others are late, whether it wins or not. */
function firstOfEach(rows: readonly Contender[]): Contender[] {
  const groups = new Map<string, Contender>();
  for (const one of rows) if (!groups.has(one.proof.group.id)) groups.set(one.proof.group.id, one);
  return [...groups.values()];
}
