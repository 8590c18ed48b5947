import { registerEnumType } from 'type-graphql';

/** What an organization can be told of. */
export const WebhookEvent = {
  PROOF_VERIFIED: 'PROOF_VERIFIED',
  PROGRAM_FINISHED: 'PROGRAM_FINISHED',
} as const;
export type WebhookEvent = keyof typeof WebhookEvent;

/** What is delivered: an event, or a test that the organization asked for. */
export const DeliveryEvent = { ...WebhookEvent, TEST: 'TEST' } as const;
export type DeliveryEvent = keyof typeof DeliveryEvent;

const MEANINGS = {
  PROOF_VERIFIED: { description: 'A proof was verified and waits for your decision.' },
  PROGRAM_FINISHED: {
    description:
      'No input group of a program is left to work on: each has a verified proof, or was given up. It comes again when the program is taken up and finished again.',
  },
};

registerEnumType(WebhookEvent, {
  name: 'WebhookEvent',
  description: 'What a webhook can be told of.',
  valuesConfig: MEANINGS,
});

registerEnumType(DeliveryEvent, {
  name: 'DeliveryEvent',
  description: 'What was delivered.',
  valuesConfig: { ...MEANINGS, TEST: { description: 'You asked for it with `testWebhook`.' } },
});
