import { ChangePasswordDocument } from '@cairn/shared-schema/org';
import type { Workplace } from '../cli/workplace.js';

/**
 * Gives the account another password.
 * @returns how many other sessions that ended; the one here goes on
 * @throws ServerRefusedError WRONG_CREDENTIALS
 */
export async function changePassword(
  { server }: Pick<Workplace, 'server'>,
  currentPassword: string,
  newPassword: string,
): Promise<number> {
  const input = { currentPassword, newPassword };
  return (await server.call((api) => api.request(ChangePasswordDocument, { input }))).changePassword;
}
