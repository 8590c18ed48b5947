import { formatNumberOf } from '@cairn/tui-kit';
import { useNotice, useOverlays } from '@cairn/tui-kit/screen';
import { changePassword } from '../../account/change-password.js';
import { accountLoss, askAccountLoss, deleteAccount } from '../../deletion/delete-account.js';
import { createApiToken } from '../../tokens/api-tokens.js';
import { addWebhook } from '../../webhooks/webhooks.js';
import type { Desk } from '../desk/desk.js';
import { questionLines } from '../question-lines.js';
import { differing } from '../sign-in/sign-in-fields.js';
import type { AccountFeed } from './account-feed.js';
import {
  CHANGE_PASSWORD_FIELDS,
  eventsOf,
  PASSWORD_FIELDS,
  scopesOf,
  TOKEN_FIELDS,
  WEBHOOK_FIELDS,
} from './account-fields.js';
import { useAsking } from './use-asking.js';
import { useShowSecret } from './use-show-secret.js';

/** What can be done with the account as a whole. */
export function useAccountActions(desk: Desk, feed: AccountFeed) {
  const overlays = useOverlays();
  const notice = useNotice();
  const ask = useAsking();
  const showSecret = useShowSecret();
  const { place } = desk;
  return {
    newToken: () =>
      ask('Make an API token', TOKEN_FIELDS, async (answers) => {
        const { name = '', days } = answers;
        const wish = { name, expiresInDays: Number(days), scopes: scopesOf(answers) };
        const { token } = await createApiToken(place.server, wish);
        void feed.refresh();
        await showSecret('The token', token);
      }),
    newWebhook: () =>
      ask('Add a webhook', WEBHOOK_FIELDS, async (answers) => {
        const { secret } = await addWebhook(place.server, answers.url ?? '', eventsOf(answers));
        void feed.refresh();
        await showSecret('The secret of the webhook', secret);
      }),
    password: () =>
      ask('Change the password', CHANGE_PASSWORD_FIELDS, async (answers) => {
        const problem = differing(answers);
        if (problem !== undefined) throw new Error(problem);
        const ended = await changePassword(place, answers.current ?? '', answers.password ?? '');
        notice(`The password is changed; ${formatNumberOf(ended, 'other session')} ended`);
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
