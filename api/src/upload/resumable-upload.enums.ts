import { registerEnumType } from 'type-graphql';

/** What an upload is to become. */
export const UploadKind = { EXECUTION: 'EXECUTION', PROOF: 'PROOF' } as const;
export type UploadKind = (typeof UploadKind)[keyof typeof UploadKind];

registerEnumType(UploadKind, {
  name: 'UploadKind',
  description: 'What an upload is to be handed in as.',
  valuesConfig: {
    EXECUTION: { description: 'By `submitExecution`.' },
    PROOF: { description: 'By `submitProof`.' },
  },
});

/** OPEN takes bytes; COMPLETE has all of them, and they have the hash; USED was handed in, and its bytes are gone. */
export type UploadState = 'OPEN' | 'COMPLETE' | 'USED';
