import { localTime } from '@cairn/tui-kit';
import type { Question } from '@cairn/tui-kit/screen';
import { revokeSession } from '../../account/live-sessions.js';
import type { OrgServer } from '../../account/org-server.js';
import { revokeApiToken } from '../../tokens/api-tokens.js';
import { removeWebhook } from '../../webhooks/webhooks.js';
import { questionLines } from '../question-lines.js';
import type { AccountRow } from './account-feed.js';

/** How a row of the account is ended. */
export interface Removal {
  readonly question: Question;
  act(server: OrgServer): Promise<void>;
  /** Said when it is done. */
  readonly done: string;
}

/** What is asked before a session, a token or a webhook goes, and how it goes. */
export function removalOf(row: AccountRow): Removal {
  switch (row.kind) {
    case 'session': {
      const loss = `Whoever logged in at ${localTime(row.session.createdAt)} has to log in again.`;
      return {
        question: ask('End the session?', loss, 'End it'),
        act: (server) => revokeSession(server, row.id),
        done: 'The session is ended',
      };
    }
    case 'token': {
      const loss = `Scripts that use ${row.token.name} are refused from now on.`;
      return {
        question: ask('Revoke the token?', loss, 'Revoke'),
        act: (server) => revokeApiToken(server, row.id),
        done: 'The token is revoked',
      };
    }
    case 'webhook': {
      const loss = `${row.webhook.url} is told nothing any more; what waits to be sent is not sent.`;
      return {
        question: ask('Remove the webhook?', loss, 'Remove'),
        act: (server) => removeWebhook(server, row.id),
        done: 'The webhook is removed',
      };
    }
  }
}

function ask(title: string, loss: string, yes: string): Question {
  return { title, lines: questionLines(loss), yes, danger: true };
}
