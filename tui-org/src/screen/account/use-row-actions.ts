import { cleanText, type Question, useNotice, useOverlays } from '@cairn/tui-kit/screen';
import { revokeApiToken } from '../../tokens/api-tokens.js';
import { listDeliveries, removeWebhook, rotateWebhookSecret, testWebhook } from '../../webhooks/webhooks.js';
import type { Desk } from '../desk/desk.js';
import { problemOf } from '../problem-of.js';
import { questionLines } from '../question-lines.js';
import type { AccountFeed, AccountRow } from './account-feed.js';
import { deliveryLines } from './account-lines.js';
import { useShowSecret } from './use-show-secret.js';

/** What can be done with one token or one webhook. */
export function useRowActions(desk: Desk, feed: AccountFeed) {
  const overlays = useOverlays();
  const notice = useNotice();
  const showSecret = useShowSecret();
  const { server } = desk.place;
  const trying = async (act: () => Promise<void>): Promise<void> => {
    try {
      await act();
    } catch (error) {
      notice(cleanText(`✗ ${problemOf(error)}`));
    }
  };
  return {
    /** The deliveries of a webhook. */
    open: (row: AccountRow) =>
      trying(async () => {
        if (row.kind === 'token') return;
        const deliveries = await listDeliveries(server, row.id);
        overlays.showLines('Deliveries', (width) => deliveryLines(deliveries, width));
      }),
    remove: (row: AccountRow) =>
      trying(async () => {
        if (!(await overlays.confirm(removeQuestion(row)))) return;
        const isToken = row.kind === 'token';
        await (isToken ? revokeApiToken(server, row.id) : removeWebhook(server, row.id));
        notice(isToken ? 'The token is revoked' : 'The webhook is removed');
        await feed.refresh();
      }),
    test: (id: string) =>
      trying(async () => {
        await testWebhook(server, id);
        notice('A test is on its way; Enter shows how it went');
      }),
    rotate: (id: string) =>
      trying(async () => {
        const lines = questionLines('Deliveries do not match the old secret from the next attempt on.');
        const question = { title: 'Give it another secret?', lines, yes: 'Rotate', danger: true };
        if (!(await overlays.confirm(question))) return;
        const { secret } = await rotateWebhookSecret(server, id);
        await showSecret('The new secret of the webhook', secret);
      }),
  };
}

function removeQuestion(row: AccountRow): Question {
  if (row.kind === 'token') {
    const lines = questionLines(`Scripts that use ${row.token.name} are refused from now on.`);
    return { title: 'Revoke the token?', lines, yes: 'Revoke', danger: true };
  }
  const loss = `${row.webhook.url} is told nothing any more; what waits to be sent is not sent.`;
  return { title: 'Remove the webhook?', lines: questionLines(loss), yes: 'Remove', danger: true };
}
