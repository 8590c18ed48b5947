import {
  AddWebhookDocument,
  type AddWebhookMutation,
  type DeliveryFactsFragment,
  RemoveWebhookDocument,
  RotateWebhookSecretDocument,
  TestWebhookDocument,
  WebhookDeliveriesDocument,
  type WebhookEvent,
  type WebhookFactsFragment,
  WebhooksDocument,
} from '@cairn/shared-schema/org';
import type { OrgServer } from '../account/org-server.js';

/** What a webhook can be told of, as people write it. */
export const EVENTS = {
  'proof-verified': 'PROOF_VERIFIED',
  'program-finished': 'PROGRAM_FINISHED',
} as const satisfies Record<string, WebhookEvent>;

/** A webhook with the secret that signs what it is told, shown this once. */
export type WebhookWithSecret = AddWebhookMutation['addWebhook'];

/** Where the organization is told of what happens. */
export async function listWebhooks(server: OrgServer): Promise<WebhookFactsFragment[]> {
  return (await server.call((api) => api.request(WebhooksDocument, {}))).webhooks;
}

/** The last deliveries of a webhook, the newest first. */
export async function listDeliveries(server: OrgServer, webhookId: string): Promise<DeliveryFactsFragment[]> {
  return (await server.call((api) => api.request(WebhookDeliveriesDocument, { webhookId })))
    .webhookDeliveries;
}

/** Adds a webhook. */
export async function addWebhook(
  server: OrgServer,
  url: string,
  events: readonly WebhookEvent[],
): Promise<WebhookWithSecret> {
  const input = { url, events: [...events] };
  return (await server.call((api) => api.request(AddWebhookDocument, { input }))).addWebhook;
}

/** Removes a webhook; what waits is not sent. */
export async function removeWebhook(server: OrgServer, id: string): Promise<void> {
  await server.call((api) => api.request(RemoveWebhookDocument, { id }));
}

/** Gives a webhook another secret. */
export async function rotateWebhookSecret(server: OrgServer, id: string): Promise<WebhookWithSecret> {
  return (await server.call((api) => api.request(RotateWebhookSecretDocument, { id }))).rotateWebhookSecret;
}

/** Has a test sent, soon: the deliveries tell how it went. */
export async function testWebhook(server: OrgServer, id: string): Promise<DeliveryFactsFragment> {
  return (await server.call((api) => api.request(TestWebhookDocument, { id }))).testWebhook;
}

/** An event as people write it. */
export function eventName(event: WebhookEvent | DeliveryFactsFragment['event']): string {
  return event.toLowerCase().replaceAll('_', '-');
}
