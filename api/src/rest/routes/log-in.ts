import { z } from 'zod';
import { login } from '../../account/login.js';
import { tokenAnswer, toTokenAnswer } from '../answers/token-answer.js';
import { jsonRoute } from '../define-route.js';

export const logIn = jsonRoute(
  {
    id: 'logIn',
    method: 'POST',
    path: '/account/login',
    summary: 'Logs in.',
    description: 'Whether or not the user exists, wrong credentials get the same answer in the same time.',
    operation: 'login',
    changes: true,
    errors: ['WRONG_CREDENTIALS'],
  },
  {
    body: z.object({ username: z.string().describe('User name'), password: z.string().describe('Password') }),
    answer: z.object({ basic_token: tokenAnswer, refresh_token: tokenAnswer }),
  },
  async ({ ctx, body }) => {
    const session = await login(ctx, body);
    return {
      basic_token: toTokenAnswer(session.basicToken),
      refresh_token: toTokenAnswer(session.refreshToken),
    };
  },
);
