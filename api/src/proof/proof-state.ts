import { registerEnumType } from 'type-graphql';

/** Where a proof stands. */
export const ProofState = { SUBMITTED: 'SUBMITTED', CONFIRMED: 'CONFIRMED', REJECTED: 'REJECTED' } as const;
export type ProofState = keyof typeof ProofState;

registerEnumType(ProofState, {
  name: 'ProofState',
  description: 'Where a proof stands.',
  valuesConfig: {
    SUBMITTED: { description: 'Verified by the server; waits for the organization.' },
    CONFIRMED: { description: 'The organization has taken it.' },
    REJECTED: { description: 'The organization refused it and said why.' },
  },
});
