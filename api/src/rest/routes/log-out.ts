import { z } from 'zod';
import { logout } from '../../account/logout.js';
import { jsonRoute } from '../define-route.js';

export const logOut = jsonRoute(
  {
    id: 'logOut',
    method: 'DELETE',
    path: '/account/refresh-token',
    summary: 'Deletes a refresh token, that is, logs out.',
    description: 'The id is enough: only the holder of the session knows it. Its basic tokens end with it.',
    operation: 'logout',
    changes: true,
    errors: ['REFRESH_TOKEN_NOT_FOUND'],
  },
  {
    body: z.object({ token_id: z.string().describe('Id of the refresh token that is being deleted') }),
    answer: z.null(),
  },
  async ({ ctx, body }) => {
    await logout(ctx, { refreshTokenId: body.token_id });
    return null;
  },
);
