import { registerEnumType } from 'type-graphql';

/** What an API token may be allowed. The names are those of the access table. */
export const Scope = {
  PROGRAMS_WRITE: 'programs:write',
  INPUTS_WRITE: 'inputs:write',
  PROOFS_READ: 'proofs:read',
  PROOFS_DECIDE: 'proofs:decide',
} as const;
export type Scope = (typeof Scope)[keyof typeof Scope];

registerEnumType(Scope, {
  name: 'Scope',
  description: 'What an API token allows. A session allows everything.',
  valuesConfig: {
    PROGRAMS_WRITE: { description: '`programs:write`: publish, change and delete programs.' },
    INPUTS_WRITE: { description: '`inputs:write`: add, retry and delete input groups.' },
    PROOFS_READ: {
      description:
        '`proofs:read`: read your own proofs, rejections and input groups, and download their files.',
    },
    PROOFS_DECIDE: { description: '`proofs:decide`: confirm and reject proofs.' },
  },
});
