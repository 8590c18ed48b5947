import { ANYTHING, type Selection } from '../selection/selection.js';
import { reservedPiece } from '../test/reserved-piece.js';
import type { WorkRequest } from './piece-of-work.js';
import { notPreferred, unwantedWork } from './unwanted-work.js';

const { reservation } = reservedPiece();
const KIND = 'EXECUTE_AND_PROVE';
const PROGRAM = { kind: 'program', id: 'p1' } as const;
const ORGANIZATION = { kind: 'organization', id: 'o1' } as const;

/** Of the program p1 of the organization o1, when this was asked for. */
const askedFor = (request: Partial<WorkRequest>, selection: Partial<Selection> = {}) =>
  unwantedWork({ request: { kind: KIND, ...request }, reservation }, { ...ANYTHING, ...selection });

test.each([{}, { programId: 'p1' }, { organizationId: 'o1' }, { programId: 'p1', organizationId: 'o1' }])(
  'works for whom it asked for: %j',
  (request) => {
    expect(askedFor(request)).toBeUndefined();
  },
);

test.each<[Partial<WorkRequest>, string]>([
  [{ programId: 'p2' }, 'work for the program fold (program:p1), and program:p2 was asked for'],
  [
    { organizationId: 'o2' },
    'work for the organization Folders (organization:o1), and organization:o2 was asked for',
  ],
  [
    { programId: 'p1', organizationId: 'o2' },
    'work for the organization Folders (organization:o1), and organization:o2 was asked for',
  ],
  [{ kind: 'PROVE' }, 'work of the kind EXECUTE_AND_PROVE, and PROVE was asked for'],
])('works for nobody whom it did not choose, whatever the server hands out: %j', (request, handedOut) => {
  expect(askedFor(request)).toEqual({ code: 'NOT_ASKED_FOR', why: `the server handed out ${handedOut}` });
});

test('works for nobody who is blocked, even where that was asked for', () => {
  expect(askedFor({ programId: 'p1' }, { blocked: [PROGRAM] })).toEqual({
    code: 'BLOCKED',
    why: 'you have blocked the program fold (program:p1)',
  });
  expect(askedFor({}, { blocked: [ORGANIZATION] })?.why).toBe(
    'you have blocked the organization Folders (organization:o1)',
  );
  const others = [
    { kind: 'program', id: 'o1' },
    { kind: 'organization', id: 'p1' },
  ] as const;
  expect(askedFor({}, { blocked: others })).toBeUndefined();
});

/** The same with a list of the preferred, where nobody else is worked for. */
const onlyFor = (preferred: Selection['preferred'], request: Partial<WorkRequest> = {}) =>
  notPreferred(
    { request: { kind: KIND, ...request }, reservation },
    { ...ANYTHING, preferred, onlyPreferred: true },
  )?.code;

test('takes nothing of others where only the preferred are worked for', () => {
  expect(onlyFor([PROGRAM])).toBeUndefined();
  expect(onlyFor([ORGANIZATION])).toBeUndefined();
  expect(onlyFor([{ kind: 'program', id: 'p2' }])).toBe('NOT_PREFERRED');
  expect(onlyFor([])).toBe('NOT_PREFERRED');
});

test('who was named is wanted, and so is anybody where that is not said', () => {
  expect(onlyFor([], { programId: 'p1' })).toBeUndefined();
  const anybody = { request: { kind: KIND }, reservation } as const;
  expect(notPreferred(anybody, { ...ANYTHING, preferred: [{ kind: 'program', id: 'p2' }] })).toBeUndefined();
});
