import { z } from 'zod';
import { register } from '../../account/register.js';
import { jsonRoute } from '../define-route.js';

export const registerAccount = jsonRoute(
  {
    method: 'POST',
    path: '/account/register',
    summary: 'Registers an account.',
    access: 'public',
    changes: true,
  },
  {
    body: z.object({
      username: z.string().describe('User name'),
      password: z.string().describe('Password'),
      name: z.string().describe('Name of the organization; public'),
      description: z.string().describe('Description of the organization; public'),
    }),
    answer: z.null(),
  },
  async ({ ctx, body }) => {
    await register(ctx, body);
    return null;
  },
);
