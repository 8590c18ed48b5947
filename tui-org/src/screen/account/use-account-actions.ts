import { formatNumberOf } from '@cairn/tui-kit';
import { useNotice, useOverlays } from '@cairn/tui-kit/screen';
import { changePassword } from '../../account/change-password.js';
import { revokeOtherSessions } from '../../account/live-sessions.js';
import { accountLoss, askAccountLoss, deleteAccount } from '../../deletion/delete-account.js';
import type { Desk } from '../desk/desk.js';
import { questionLines } from '../question-lines.js';
import { differing } from '../sign-in/sign-in-fields.js';
import { useAsking } from '../use-asking.js';
import type { AccountFeed } from './account-feed.js';
import { CHANGE_PASSWORD_FIELDS, PASSWORD_FIELDS } from './account-fields.js';
import { useTrying } from './use-trying.js';

/** What can be done with the account as a whole. */
export function useAccountActions(desk: Desk, feed: AccountFeed) {
  const overlays = useOverlays();
  const notice = useNotice();
  const ask = useAsking();
  const trying = useTrying();
  const { place } = desk;
  return {
    password: () =>
      ask('Change the password', CHANGE_PASSWORD_FIELDS, async (answers) => {
        const problem = differing(answers);
        if (problem !== undefined) throw new Error(problem);
        const ended = await changePassword(place, answers.current ?? '', answers.password ?? '');
        notice(`The password is changed; ${formatNumberOf(ended, 'other session')} ended`);
      }),
    endOthers: () =>
      trying(async () => {
        const lines = questionLines('Whoever is logged in elsewhere has to log in again.');
        const question = { title: 'End every other session?', lines, yes: 'End them', danger: true };
        if (!(await overlays.confirm(question))) return;
        const ended = await revokeOtherSessions(place.server);
        notice(`${formatNumberOf(ended, 'other session')} ended`);
        await feed.refresh();
      }),
    signOut: async () => {
      const lines = questionLines('The session of this machine ends. What is kept here stays.');
      if (await overlays.confirm({ title: 'Sign out?', lines, yes: 'Sign out' })) await desk.signOut();
    },
    deleteAccount: () =>
      ask('Delete the account', PASSWORD_FIELDS, async ({ current = '' }) => {
        const loss = await askAccountLoss(place.server, current);
        const lines = questionLines(accountLoss(desk.session.organization.name, loss));
        const question = { title: 'Delete the account for good?', lines, yes: 'Delete', danger: true };
        if (!(await overlays.confirm(question))) return;
        await deleteAccount(place, current);
        await desk.signOut();
      }),
  };
}
