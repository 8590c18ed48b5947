import { z } from 'zod';
import { refreshToken } from '../../account/refresh-token.js';
import { tokenAnswer, toTokenAnswer } from '../answers/token-answer.js';
import { jsonRoute } from '../define-route.js';

export const refreshBasicToken = jsonRoute(
  {
    id: 'refreshBasicToken',
    method: 'POST',
    path: '/account/refresh-token',
    summary: 'Turns a refresh token into a new basic token.',
    operation: 'refreshToken',
    changes: true,
    errors: ['BAD_BASE_64_ENCODING', 'INVALID_TOKEN', 'REFRESH_TOKEN_NOT_FOUND'],
  },
  { body: z.object({ refresh_token: z.string().describe('Refresh token') }), answer: tokenAnswer },
  async ({ ctx, body }) => toTokenAnswer(await refreshToken(ctx, { refreshToken: body.refresh_token })),
);
