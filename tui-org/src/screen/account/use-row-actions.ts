import { useNotice, useOverlays } from '@cairn/tui-kit/screen';
import { listDeliveries, rotateWebhookSecret, testWebhook } from '../../webhooks/webhooks.js';
import type { Desk } from '../desk/desk.js';
import { questionLines } from '../question-lines.js';
import type { AccountFeed, AccountRow } from './account-feed.js';
import { deliveryLines } from './account-lines.js';
import { removalOf } from './removal.js';
import { useShowSecret } from './use-show-secret.js';
import { useTrying } from './use-trying.js';

/** What can be done with one session, one token or one webhook. */
export function useRowActions(desk: Desk, feed: AccountFeed) {
  const overlays = useOverlays();
  const notice = useNotice();
  const showSecret = useShowSecret();
  const { server } = desk.place;
  const trying = useTrying();
  return {
    /** The deliveries of a webhook. */
    open: (row: AccountRow) =>
      trying(async () => {
        if (row.kind !== 'webhook') return;
        const deliveries = await listDeliveries(server, row.id);
        overlays.showLines('Deliveries', (width) => deliveryLines(deliveries, width));
      }),
    remove: (row: AccountRow) =>
      trying(async () => {
        if (row.kind === 'session' && row.session.current)
          return notice('This is the session that you work with; signing out ends it');
        const { question, act, done } = removalOf(row);
        if (!(await overlays.confirm(question))) return;
        await act(server);
        notice(done);
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
