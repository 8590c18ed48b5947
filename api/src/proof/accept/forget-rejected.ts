import type { EntityManager } from '@mikro-orm/sql';
import { Proof } from '../proof.entity.js';
import type { Contender } from './take-groups.js';

/** Deletes the rows of files that were rejected and are accepted now; the rejections themselves stay on record. */
export async function forgetRejected(em: EntityManager, won: readonly Contender[]): Promise<void> {
  const rejected = await em.execute<{ id: string; group_id: string; sha256: string }[]>(
    `select id, input_group_id as group_id, sha256 from proof where input_group_id in (?) and state = 'REJECTED'`,
    [won.map(({ proof }) => proof.group.id)],
  );
  const again = new Set(won.map(({ proof }) => `${proof.group.id} ${proof.file.sha256}`));
  const ids = rejected.flatMap(({ id, group_id, sha256 }) =>
    again.has(`${group_id} ${sha256}`) ? [id] : [],
  );
  if (ids.length > 0) await em.nativeDelete(Proof, { id: { $in: ids } });
}
