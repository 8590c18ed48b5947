import { z } from 'zod';
import { deleteProgram } from '../../program/delete-program.js';
import { programPath } from '../answers/path.js';
import { jsonRoute } from '../define-route.js';

export const deleteOwnProgram = jsonRoute(
  {
    id: 'deleteProgram',
    method: 'DELETE',
    path: '/program/{program_id}',
    summary: "Deletes the caller's program along with all its proofs and input groups.",
    description: 'Confirmed results go too. Reservations of its input groups end.',
    operation: 'deleteProgram',
    changes: true,
    errors: ['PROGRAM_NOT_FOUND'],
  },
  { params: programPath, answer: z.null() },
  async ({ ctx, params }) => {
    await deleteProgram(ctx, { id: params.program_id });
    return null;
  },
);
