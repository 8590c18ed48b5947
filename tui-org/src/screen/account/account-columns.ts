import { localTime } from '@cairn/tui-kit';
import { cleanText, type ListColumn } from '@cairn/tui-kit/screen';
import { scopeName } from '../../tokens/api-tokens.js';
import { eventName } from '../../webhooks/webhooks.js';
import type { AccountRow } from './account-feed.js';

/** The columns of the list of tokens and webhooks. */
export const ACCOUNT_COLUMNS: readonly ListColumn<AccountRow>[] = [
  { title: 'what', text: ({ kind }) => (kind === 'token' ? 'API token' : 'webhook'), width: 9 },
  {
    title: 'name or address',
    text: (row) => cleanText(row.kind === 'token' ? row.token.name : row.webhook.url),
    width: 18,
    grow: 1,
  },
  {
    title: 'may do / is told of',
    text: (row) =>
      row.kind === 'token'
        ? row.token.scopes.map(scopeName).join(', ')
        : row.webhook.events.map(eventName).join(', '),
    width: 22,
    grow: 1,
  },
  {
    title: 'ends',
    text: (row) => (row.kind === 'token' ? localTime(row.token.expiresAt) : ''),
    width: 16,
    spare: 1,
  },
  {
    title: 'last used',
    text: (row) => {
      if (row.kind === 'webhook') return '';
      return row.token.lastUsedAt === null ? 'never' : localTime(row.token.lastUsedAt);
    },
    width: 16,
    spare: 2,
  },
];
