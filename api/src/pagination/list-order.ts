import { registerEnumType } from 'type-graphql';

/** In which order a list is read. */
export const ListOrder = { OLDEST: 'OLDEST', NEWEST: 'NEWEST' } as const;

export type ListOrder = keyof typeof ListOrder;

registerEnumType(ListOrder, {
  name: 'ListOrder',
  description: 'In which order a list is read.',
  valuesConfig: {
    OLDEST: { description: 'What was made first comes first.' },
    NEWEST: { description: 'What was made last comes first.' },
  },
});
