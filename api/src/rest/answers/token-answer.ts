import { z } from 'zod';
import type { Token } from '../../account/session.types.js';

export const tokenAnswer = z
  .object({
    token_id: z.string().describe('Id of the token'),
    token: z.string().describe('The token'),
  })
  .meta({ id: 'Token' });

export function toTokenAnswer({ id, token }: Token): z.infer<typeof tokenAnswer> {
  return { token_id: id, token };
}
