import { invalidField } from '@cairn/shared-schema';
import { ownerOperation } from '../access/guarded-operation.js';
import { InputGroup } from './input-group.entity.js';
import { ownInputGroupNotFound } from './input-group-not-found.js';
import { removeGroups } from './remove-groups.js';

const MOST_AT_ONCE = 500;

/** Input groups to delete. */
export interface InputGroupsDeletion {
  /** Of one's own programs. */
  ids: readonly string[];
}

/**
 * Deletes input groups with their executions, proofs and results: all of them or none.
 * @throws DomainError INPUT_GROUP_NOT_FOUND when one of the ids is not the caller's; INVALID_REQUEST for an empty or overlong list.
 */
export const deleteInputGroups = ownerOperation(
  'deleteInputGroups',
  async (ctx, owner, { ids }: InputGroupsDeletion): Promise<string[]> => {
    const wanted = [...new Set(ids)];
    if (wanted.length < 1 || wanted.length > MOST_AT_ONCE) {
      throw invalidField(
        'ids',
        `${wanted.length} ids`,
        `1 to ${MOST_AT_ONCE}`,
        'Delete more in further requests.',
      );
    }
    const own = await ctx.em.find(
      InputGroup,
      { id: { $in: wanted }, program: { organization: owner.id } },
      { fields: ['id'] },
    );
    const found = new Set(own.map(({ id }) => id));
    const missing = wanted.find((id) => !found.has(id));
    if (missing !== undefined) throw ownInputGroupNotFound(missing);
    await removeGroups(ctx, wanted, 'stays');
    return wanted;
  },
);
