import type { ServerContext } from '../context/operation-context.js';

/** Names the organization in proofs that have none: an old server that works on migrated tables writes such rows. */
export async function mendOwners({ database }: Pick<ServerContext, 'database'>): Promise<void> {
  await database.em.fork().execute(
    `update proof set organization_id = (select p.organization_id from program p where p.id = proof.program_id)
       where organization_id = ''`,
  );
}
