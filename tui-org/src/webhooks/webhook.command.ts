import type { DeliveryFactsFragment, WebhookFactsFragment } from '@cairn/shared-schema/org';
import { type Column, choiceOption, formatTable } from '@cairn/tui-kit';
import type { Command } from 'commander';
import { askFirst } from '../cli/ask-first.js';
import type { OpenWorkplace } from '../cli/open-workplace.js';
import type { Workplace } from '../cli/workplace.js';
import {
  addWebhook,
  EVENTS,
  eventName,
  listDeliveries,
  listWebhooks,
  removeWebhook,
  rotateWebhookSecret,
  testWebhook,
  type WebhookWithSecret,
} from './webhooks.js';

const EVENT_NAMES = Object.keys(EVENTS);

interface AddOptions {
  readonly event: readonly (keyof typeof EVENTS)[];
}

const HOOKS: readonly Column<WebhookFactsFragment>[] = [
  { title: 'WEBHOOK', value: ({ id }) => id },
  { title: 'URL', value: ({ url }) => url, maxWidth: 60 },
  { title: 'EVENTS', value: ({ events }) => events.map(eventName).join(' ') },
  { title: 'ADDED', value: ({ createdAt }) => createdAt },
];

const DELIVERIES: readonly Column<DeliveryFactsFragment>[] = [
  { title: 'DELIVERY', value: ({ id }) => id },
  { title: 'EVENT', value: ({ event }) => eventName(event) },
  { title: 'STATE', value: ({ state }) => state.toLowerCase() },
  { title: 'ATTEMPTS', align: 'right', value: ({ attempts }) => attempts },
  { title: 'STATUS', align: 'right', value: ({ lastStatus }) => lastStatus ?? '' },
  { title: 'LAST ERROR', value: ({ lastError }) => lastError ?? '', maxWidth: 40 },
  { title: 'NEXT', value: ({ nextAttemptAt }) => nextAttemptAt ?? '' },
  { title: 'HAPPENED', value: ({ createdAt }) => createdAt },
];

const EXAMPLES = `
Examples:
  cairn-org webhook add https://lab.example.org/cairn --event proof-verified program-finished
  cairn-org webhook list
  cairn-org webhook test 0192b3c4-…
  cairn-org webhook deliveries 0192b3c4-…
  cairn-org webhook rotate 0192b3c4-…
  cairn-org webhook remove 0192b3c4-… --yes

The secret is shown once. A delivery's \`cairn-signature: t=TIME,v1=HEX\` has the HMAC-SHA256 of \`TIME.BODY\` under it:
refuse what does not match.`;

/** `webhook`: where the organization is told of what happens. */
export function addWebhookCommands(cli: Command, open: OpenWorkplace): void {
  const webhook = cli
    .command('webhook')
    .description('have an https URL told of what happens')
    .addHelpText('after', EXAMPLES);
  addAdd(webhook, open);
  addRotate(webhook, open);
  addRemove(webhook, open);
  addLists(webhook, open);
  addTest(webhook, open);
}

function addAdd(webhook: Command, open: OpenWorkplace): void {
  webhook
    .command('add')
    .description('add a webhook; its secret is shown this once')
    .argument('<url>', 'an https URL that the whole internet can reach')
    .addOption(choiceOption('--event <events...>', 'what it is told of', EVENT_NAMES).default(EVENT_NAMES))
    .addHelpText(
      'after',
      '\nExample:\n  cairn-org webhook add https://lab.example.org/cairn --event proof-verified',
    )
    .action(async (url: string, { event }: AddOptions, command: Command) => {
      const place = await open(command);
      const events = event.map((name) => EVENTS[name]);
      showSecret(place, await addWebhook(place.server, url, events));
    });
}

function addRotate(webhook: Command, open: OpenWorkplace): void {
  webhook
    .command('rotate')
    .description('give a webhook another secret, shown this once')
    .argument('<id>', 'id of the webhook')
    .option('--yes', 'do not ask')
    .addHelpText('after', '\nExample:\n  cairn-org webhook rotate 0192b3c4-… --yes')
    .action(async (id: string, { yes }: { yes?: boolean }, command: Command) => {
      const place = await open(command);
      const loss =
        'Give this webhook another secret? Deliveries do not match the old one from the next attempt on.';
      await askFirst(place.terminal, loss, yes);
      showSecret(place, await rotateWebhookSecret(place.server, id));
    });
}

function showSecret({ out, say }: Workplace, { webhook, secret }: WebhookWithSecret): void {
  out.record({ ...webhook, secret });
  say(`${webhook.id} ${webhook.url}\nSecret: ${secret}\nKeep it: it is not shown again.`);
}

function addRemove(webhook: Command, open: OpenWorkplace): void {
  webhook
    .command('remove')
    .description('remove a webhook')
    .argument('<id>', 'id of the webhook')
    .option('--yes', 'do not ask')
    .addHelpText('after', '\nExample:\n  cairn-org webhook remove 0192b3c4-… --yes')
    .action(async (id: string, { yes }: { yes?: boolean }, command: Command) => {
      const { server, terminal, out, say } = await open(command);
      await askFirst(terminal, `Remove the webhook ${id}? What waits to be told is lost.`, yes);
      await removeWebhook(server, id);
      out.record({ id, removed: true });
      say(`The webhook ${id} is removed.`);
    });
}

function addLists(webhook: Command, open: OpenWorkplace): void {
  webhook
    .command('list')
    .description('list the webhooks')
    .addHelpText('after', '\nExample:\n  cairn-org webhook list --json | jq .url')
    .action(async (_options: object, command: Command) => {
      const { server, out } = await open(command);
      const hooks = await listWebhooks(server);
      for (const one of hooks) out.record(one);
      out.text(hooks.length > 0 ? formatTable(HOOKS, hooks) : 'No webhooks.');
    });
  webhook
    .command('deliveries')
    .description('list what a webhook was told lately, and how it went')
    .argument('<id>', 'id of the webhook')
    .addHelpText('after', '\nExample:\n  cairn-org webhook deliveries 0192b3c4-…')
    .action(async (id: string, _options: object, command: Command) => {
      const { server, out } = await open(command);
      const deliveries = await listDeliveries(server, id);
      for (const one of deliveries) out.record(one);
      out.text(deliveries.length > 0 ? formatTable(DELIVERIES, deliveries) : 'It was told nothing yet.');
    });
}

function addTest(webhook: Command, open: OpenWorkplace): void {
  webhook
    .command('test')
    .description('have a test sent')
    .argument('<id>', 'id of the webhook')
    .addHelpText('after', '\nExample:\n  cairn-org webhook test 0192b3c4-…')
    .action(async (id: string, _options: object, command: Command) => {
      const { server, out, say } = await open(command);
      out.record(await testWebhook(server, id));
      say(`A test is sent soon. How it went: cairn-org webhook deliveries ${id}`);
    });
}
