import { DeleteAccountDocument, type DeleteAccountMutation } from '@cairn/shared-schema/org';
import { formatNumberOf } from '@cairn/tui-kit';
import type { OrgServer } from '../account/org-server.js';
import type { SessionStore } from '../account/session-store.js';

/** What goes with an account. */
export type AccountLoss = DeleteAccountMutation['deleteAccount'];

/**
 * What would be lost; nothing is deleted.
 * @throws ServerRefusedError WRONG_CREDENTIALS
 */
export async function askAccountLoss(server: OrgServer, password: string): Promise<AccountLoss> {
  const input = { password, dryRun: true };
  return (await server.call((api) => api.request(DeleteAccountDocument, { input }))).deleteAccount;
}

/** Deletes the account for good, and forgets its session here. @returns what was lost */
export async function deleteAccount(
  { server, sessions }: { readonly server: OrgServer; readonly sessions: SessionStore },
  password: string,
): Promise<AccountLoss> {
  const input = { password, dryRun: false };
  const { deleteAccount: lost } = await server.call((api) => api.request(DeleteAccountDocument, { input }));
  await sessions.forget();
  return lost;
}

/** What is lost with an account, in sentences. */
export function accountLoss(organization: string, loss: AccountLoss): string {
  const parts = [
    formatNumberOf(loss.programs, 'program'),
    formatNumberOf(loss.inputGroups, 'input group'),
    formatNumberOf(loss.confirmedProofs, 'confirmed result'),
    `${formatNumberOf(loss.waitingProofs, 'proof')} to decide on`,
    `${formatNumberOf(loss.liveReservations, 'reservation')} of donors at work`,
  ];
  return (
    `The account of ${organization} will be deleted at the server for good, with ${parts.join(', ')}. ` +
    'What this machine keeps stays: executables, inputs, saved proofs.'
  );
}
