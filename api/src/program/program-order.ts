import { registerEnumType } from 'type-graphql';

/** In which order programs are read. */
export const ProgramOrder = { OLDEST: 'OLDEST', NEWEST: 'NEWEST', MOST_WORK: 'MOST_WORK' } as const;

export type ProgramOrder = keyof typeof ProgramOrder;

registerEnumType(ProgramOrder, {
  name: 'ProgramOrder',
  description: 'In which order programs are read.',
  valuesConfig: {
    OLDEST: { description: 'What was made first comes first.' },
    NEWEST: { description: 'What was made last comes first.' },
    MOST_WORK: {
      description:
        'Those with the most input groups left to work on come first, as counted within the last ten seconds (the last minutes, where there are very many programs).',
    },
  },
});
