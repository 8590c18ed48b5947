import { registerEnumType } from 'type-graphql';

/** Where an input group stands in its life. */
export const InputGroupState = {
  AVAILABLE: 'AVAILABLE',
  RESERVED: 'RESERVED',
  EXECUTED: 'EXECUTED',
  PROVEN: 'PROVEN',
  CONFIRMED: 'CONFIRMED',
  FAILED: 'FAILED',
} as const;
export type InputGroupState = keyof typeof InputGroupState;

registerEnumType(InputGroupState, {
  name: 'InputGroupState',
  description: 'Where an input group stands in its life.',
  valuesConfig: {
    AVAILABLE: { description: 'Free to be executed.' },
    RESERVED: { description: 'A donor holds a live reservation.' },
    EXECUTED: { description: 'Executed and free to be proven.' },
    PROVEN: { description: 'A verified proof waits for the organization.' },
    CONFIRMED: { description: 'The organization has confirmed the proof.' },
    FAILED: { description: 'Three different donors reported that it cannot be proven.' },
  },
});
