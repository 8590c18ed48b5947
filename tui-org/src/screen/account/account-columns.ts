import { localTime } from '@cairn/tui-kit';
import { cleanText, type ListColumn } from '@cairn/tui-kit/screen';
import { scopeName } from '../../tokens/api-tokens.js';
import { eventName } from '../../webhooks/webhooks.js';
import type { AccountRow } from './account-feed.js';

const KINDS = { session: 'session', token: 'API token', webhook: 'webhook' } as const;

/** The columns of the list of sessions, tokens and webhooks. */
export const ACCOUNT_COLUMNS: readonly ListColumn<AccountRow>[] = [
  { title: 'what', text: ({ kind }) => KINDS[kind], width: 9 },
  { title: 'name or address', text: (row) => cleanText(nameOf(row)), width: 18, grow: 1 },
  { title: 'may do / is told of', text: mayDo, width: 22, grow: 1 },
  {
    title: 'ends',
    text: (row) => (row.kind === 'webhook' ? '' : localTime(factsOf(row).expiresAt)),
    width: 16,
    spare: 1,
  },
  {
    title: 'last used',
    text: (row) => {
      if (row.kind === 'webhook') return '';
      const { lastUsedAt } = factsOf(row);
      return lastUsedAt === null ? 'never' : localTime(lastUsedAt);
    },
    width: 16,
    spare: 2,
  },
];

function factsOf(row: Exclude<AccountRow, { kind: 'webhook' }>) {
  return row.kind === 'session' ? row.session : row.token;
}

function nameOf(row: AccountRow): string {
  switch (row.kind) {
    case 'session':
      return row.session.current ? 'this one' : localTime(row.session.createdAt);
    case 'token':
      return row.token.name;
    case 'webhook':
      return row.webhook.url;
  }
}

function mayDo(row: AccountRow): string {
  switch (row.kind) {
    case 'session':
      return row.session.sameNetwork === false ? 'all, other network' : 'all';
    case 'token':
      return row.token.scopes.map(scopeName).join(', ');
    case 'webhook':
      return row.webhook.events.map(eventName).join(', ');
  }
}
