import { registerEnumType } from 'type-graphql';

/** Where a delivery stands. */
export const DeliveryState = { WAITING: 'WAITING', DELIVERED: 'DELIVERED', FAILED: 'FAILED' } as const;
export type DeliveryState = keyof typeof DeliveryState;

registerEnumType(DeliveryState, {
  name: 'DeliveryState',
  description: 'Where a delivery stands.',
  valuesConfig: {
    WAITING: { description: 'It is sent at `nextAttemptAt`, or is being sent.' },
    DELIVERED: { description: 'It was answered with a status from 200 to 299.' },
    FAILED: { description: 'It was given up after the last attempt.' },
  },
});
