import { createApiToken } from '../../tokens/api-tokens.js';
import { addWebhook } from '../../webhooks/webhooks.js';
import type { Desk } from '../desk/desk.js';
import { useAsking } from '../use-asking.js';
import type { AccountFeed } from './account-feed.js';
import { eventsOf, scopesOf, TOKEN_FIELDS, WEBHOOK_FIELDS } from './account-fields.js';
import { useShowSecret } from './use-show-secret.js';

/** What makes an API token or a webhook, and shows its secret once. */
export function useNewRows({ place: { server } }: Desk, feed: AccountFeed) {
  const ask = useAsking();
  const showSecret = useShowSecret();
  return {
    newToken: () =>
      ask('Make an API token', TOKEN_FIELDS, async (answers) => {
        const { name = '', days } = answers;
        const wish = { name, expiresInDays: Number(days), scopes: scopesOf(answers) };
        const { token } = await createApiToken(server, wish);
        void feed.refresh();
        await showSecret('The token', token);
      }),
    newWebhook: () =>
      ask('Add a webhook', WEBHOOK_FIELDS, async (answers) => {
        const { secret } = await addWebhook(server, answers.url ?? '', eventsOf(answers));
        void feed.refresh();
        await showSecret('The secret of the webhook', secret);
      }),
  };
}
