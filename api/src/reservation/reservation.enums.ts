import { registerEnumType } from 'type-graphql';

/** What a donor reserves an input group for. */
export const WorkKind = {
  EXECUTE: 'EXECUTE',
  EXECUTE_AND_PROVE: 'EXECUTE_AND_PROVE',
  PROVE: 'PROVE',
} as const;
export type WorkKind = keyof typeof WorkKind;

registerEnumType(WorkKind, {
  name: 'WorkKind',
  description: 'What an input group is reserved for.',
  valuesConfig: {
    EXECUTE: { description: 'Run the program and hand in the execution; another donor proves it.' },
    EXECUTE_AND_PROVE: { description: 'Run the program and prove the run.' },
    PROVE: { description: "Prove another donor's execution." },
  },
});

/** Where a reservation stands; all but LIVE are final. */
export const ReservationState = {
  LIVE: 'LIVE',
  COMPLETED: 'COMPLETED',
  RELEASED: 'RELEASED',
  EXPIRED: 'EXPIRED',
  FAILED: 'FAILED',
  SUPERSEDED: 'SUPERSEDED',
  CANCELLED: 'CANCELLED',
} as const;
export type ReservationState = keyof typeof ReservationState;

registerEnumType(ReservationState, {
  name: 'ReservationState',
  description: 'Where a reservation stands; all but LIVE are final.',
  valuesConfig: {
    LIVE: { description: 'The holder works; the deadline has not passed.' },
    COMPLETED: { description: 'The holder handed in what was reserved.' },
    RELEASED: { description: 'The holder gave it back.' },
    EXPIRED: { description: 'The deadline passed.' },
    FAILED: { description: 'The holder reported that the work cannot be done.' },
    SUPERSEDED: { description: "Another donor's valid proof came first." },
    CANCELLED: { description: 'The input group or its program was deleted.' },
  },
});

/** Why a donor gives a piece of work up. */
export const FailureCode = {
  PROGRAM_PANICKED: 'PROGRAM_PANICKED',
  PROGRAM_FAILED: 'PROGRAM_FAILED',
  STEP_LIMIT: 'STEP_LIMIT',
  TIME_LIMIT: 'TIME_LIMIT',
  MEMORY_LIMIT: 'MEMORY_LIMIT',
  TRACE_TOO_LARGE: 'TRACE_TOO_LARGE',
} as const;
export type FailureCode = keyof typeof FailureCode;

const FAILURE_CODES = {
  PROGRAM_PANICKED: { description: 'The program panicked: there is no result to prove.' },
  PROGRAM_FAILED: { description: 'The virtual machine refused the run.' },
  STEP_LIMIT: { description: 'It took more steps than the program declares or the prover takes.' },
  TIME_LIMIT: {
    description:
      'It took longer than this donor allows; says nothing of the program, so it does not count against the group.',
  },
  MEMORY_LIMIT: {
    description:
      'It needs more memory than this donor allows; does not count against the group. When three donors say so of an execution that they reserved to prove, it is made anew, once.',
  },
  TRACE_TOO_LARGE: { description: 'The trace does not fit the largest table that can be proven.' },
};

registerEnumType(FailureCode, {
  name: 'FailureCode',
  description: 'Why a piece of work is given up.',
  valuesConfig: FAILURE_CODES,
});

/** What a report may say: why the work cannot be done, or that the execution to be proven is bad. */
export const ReportCode = { ...FailureCode, BAD_EXECUTION: 'BAD_EXECUTION' } as const;
export type ReportCode = keyof typeof ReportCode;

registerEnumType(ReportCode, {
  name: 'ReportCode',
  description: 'What a donor reported of an input group.',
  valuesConfig: {
    ...FAILURE_CODES,
    BAD_EXECUTION: { description: 'The execution that another donor handed in cannot be proven.' },
  },
});
