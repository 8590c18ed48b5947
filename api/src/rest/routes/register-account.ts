import { DESCRIPTION_RULE, NAME_RULE, USERNAME_RULE } from '@cairn/shared-schema';
import { z } from 'zod';
import { register } from '../../account/register.js';
import { PASSWORD_RULE } from '../../account/validate-password.js';
import { ruledText } from '../answers/text.js';
import { jsonRoute } from '../define-route.js';

export const registerAccount = jsonRoute(
  {
    id: 'registerAccount',
    method: 'POST',
    path: '/account/register',
    summary: 'Registers an account.',
    operation: 'register',
    changes: true,
    errors: ['USERNAME_ALREADY_EXISTS'],
  },
  {
    body: z.object({
      username: ruledText(USERNAME_RULE, 'For logging in; unique without case, never shown'),
      password: ruledText(PASSWORD_RULE, 'Password'),
      name: ruledText(NAME_RULE, 'Name of the organization; public'),
      description: ruledText(DESCRIPTION_RULE, 'Description of the organization; public'),
    }),
    answer: z.null(),
  },
  async ({ ctx, body }) => {
    await register(ctx, body);
    return null;
  },
);
