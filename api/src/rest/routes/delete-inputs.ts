import { z } from 'zod';
import { deleteInputGroups } from '../../input-group/delete-input-groups.js';
import { inputGroupPath } from '../answers/path.js';
import { jsonRoute } from '../define-route.js';
import { requireOwnedGroup } from '../require-owned.js';

export const deleteInputGroup = jsonRoute(
  {
    id: 'deleteInputGroup',
    method: 'DELETE',
    path: '/program/input/{program_id}/{input_group_id}',
    summary: "Deletes an input group of the caller's program along with its proof, if there is one.",
    description: 'A reservation of it ends.',
    operation: 'deleteInputGroups',
    changes: true,
    errors: ['PROGRAM_NOT_FOUND', 'INPUT_GROUP_NOT_FOUND'],
  },
  { params: inputGroupPath, answer: z.null() },
  async ({ ctx, params }) => {
    const { id } = await requireOwnedGroup(ctx, params);
    await deleteInputGroups(ctx, { ids: [id] });
    return null;
  },
);
