import { registerEnumType } from 'type-graphql';

/** How a proof is bound to its input group. */
export const InputBinding = { POSEIDON: 'POSEIDON', ECHO: 'ECHO', NONE: 'NONE' } as const;
export type InputBinding = keyof typeof InputBinding;

/** How an input group becomes the program's arguments. */
export const Calldata = { ARRAY: 'ARRAY', RAW: 'RAW' } as const;
export type Calldata = keyof typeof Calldata;

registerEnumType(InputBinding, {
  name: 'InputBinding',
  description: 'How a proof is bound to the input it was made for.',
  valuesConfig: {
    POSEIDON: { description: 'The first output is the Poseidon hash of the whole input.' },
    ECHO: { description: 'The output starts with the input itself.' },
    NONE: { description: 'Not bound: a proof says nothing of the input (UNBOUND).' },
  },
});

registerEnumType(Calldata, {
  name: 'Calldata',
  description: 'How an input group is handed to the program.',
  valuesConfig: {
    ARRAY: { description: 'As one `Array<felt252>`.' },
    RAW: { description: 'Value by value, as they stand in the file.' },
  },
});
