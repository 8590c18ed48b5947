import type {
  ApiTokenFactsFragment,
  LiveSessionFactsFragment,
  WebhookFactsFragment,
} from '@cairn/shared-schema/org';
import { LOADING, type Loaded, loadInto, ValueStore } from '@cairn/tui-kit/screen';
import { listSessions } from '../../account/live-sessions.js';
import type { Workplace } from '../../cli/workplace.js';
import { listApiTokens } from '../../tokens/api-tokens.js';
import { listWebhooks } from '../../webhooks/webhooks.js';
import { problemOf } from '../problem-of.js';

/** Somebody who acts for the organization or is told of it: who logged in, a script with a token, or a webhook. */
export type AccountRow =
  | { readonly kind: 'session'; readonly id: string; readonly session: LiveSessionFactsFragment }
  | { readonly kind: 'token'; readonly id: string; readonly token: ApiTokenFactsFragment }
  | { readonly kind: 'webhook'; readonly id: string; readonly webhook: WebhookFactsFragment };

/** Sessions, API tokens and webhooks of the account, read when they are looked at. */
export class AccountFeed {
  readonly rows = new ValueStore<Loaded<readonly AccountRow[]>>(LOADING);

  constructor(private readonly place: Pick<Workplace, 'server' | 'signal'>) {}

  refresh(): Promise<void> {
    return loadInto(this.rows, () => this.#read(), this.place.signal);
  }

  async #read(): Promise<AccountRow[]> {
    const { server } = this.place;
    try {
      const [sessions, tokens, webhooks] = await Promise.all([
        listSessions(server),
        listApiTokens(server),
        listWebhooks(server),
      ]);
      return [
        ...sessions.map((session): AccountRow => ({ kind: 'session', id: session.id, session })),
        ...tokens.map((token): AccountRow => ({ kind: 'token', id: token.id, token })),
        ...webhooks.map((webhook): AccountRow => ({ kind: 'webhook', id: webhook.id, webhook })),
      ];
    } catch (error) {
      throw new Error(problemOf(error), { cause: error });
    }
  }
}
