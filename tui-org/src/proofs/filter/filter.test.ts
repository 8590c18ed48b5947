import type { ProofFactsFragment } from '@cairn/shared-schema/org';
import { invalidVerdict, knownProof, serverSays, validVerdict } from '../../test/proof-facts.js';
import { inboxRow } from '../inbox-row.js';
import { readMatch } from './match-option.js';
import { rowMatcher } from './match-row.js';
import { parseFilter } from './parse-filter.js';
import { sortRows } from './sort-rows.js';

const NOW = Date.parse('2030-01-03T00:00:00.000Z');
const KEY = '9f3a'.padEnd(64, '0');

function row(more: Partial<ProofFactsFragment> = {}, verdict: Parameters<typeof knownProof>[0] = {}) {
  return inboxRow(knownProof({ proof: { ...serverSays, ...more }, verdict: undefined, ...verdict }));
}

const inGroup = (name: string, program = 'adding up') => ({
  inputGroup: {
    ...serverSays.inputGroup,
    name,
    program: { ...serverSays.inputGroup.program, name: program },
  },
});

test.each([
  ['', { words: [] }],
  ['  Folding  9F ', { words: ['folding', '9f'] }],
  ['program:"HP Folding" first', { words: ['first'], program: 'hp folding' }],
  ['program:"HP Fol', { words: [], program: 'hp fol' }],
  ['donor:9F3A state:WAIT', { words: [], donor: '9f3a', state: 'SUBMITTED' }],
  ['state:conf here:inv', { words: [], state: 'CONFIRMED', here: 'invalid' }],
  ['age:>2d age:<1w', { words: [], olderThan: 172_800, youngerThan: 604_800 }],
  ['https://x y:z', { words: ['https://x', 'y:z'] }],
  ['state: donor:', { words: [] }],
])('reads %j', (text, filter) => {
  expect(parseFilter(text)).toEqual({ filter });
});

test.each([
  ['state:lost x', 'state:lost is none of waiting, confirmed, rejected'],
  ['here:maybe x', 'here:maybe is none of valid, invalid, open'],
  ['age:2d x', 'age:2d is not > or < and a whole number with s, m, h, d or w, such as 90m or 2d'],
])('leaves out of %j what it cannot use, and says so', (text, problem) => {
  expect(parseFilter(text)).toEqual({ filter: { words: ['x'] }, problem });
  expect(() => readMatch(text)).toThrow(`--match has ${problem}`);
});

test.each<[string, boolean]>([
  ['adding FIRST', true],
  ['adding second', false],
  ['program:up', true],
  ['program:program-1', true],
  ['program:program', false],
  ['donor:9f3a', true],
  ['donor:3a', false],
  ['donor:none', false],
  ['state:waiting', true],
  ['state:rejected', false],
  ['here:open', true],
  ['here:valid', false],
  ['age:>47h', true],
  ['age:>49h', false],
  ['age:<49h', true],
  ['age:<47h', false],
  ['9f3a00', true],
])('%j matches: %s', (text, matches) => {
  expect(rowMatcher(readMatch(text), NOW)(row({ donorKey: KEY }))).toBe(matches);
});

test('knows what was verified here, and who has not signed', () => {
  const matching = (text: string, one: ReturnType<typeof row>) => rowMatcher(readMatch(text), NOW)(one);
  expect(matching('here:valid', row({}, { verdict: validVerdict }))).toBe(true);
  expect(matching('here:invalid', row({}, { verdict: invalidVerdict }))).toBe(true);
  expect(matching('donor:none', row())).toBe(true);
});

test('a name from outside is found and shown without what drives a terminal', () => {
  const hostile = row(inGroup('a\u001b[2J\u202eb\nc', '\u200bEvil'));
  expect([hostile.groupName, hostile.programName]).toEqual(['ab c', 'Evil']);
  expect(rowMatcher(readMatch('program:evil "ab c"'), NOW)(hostile)).toBe(true);
});

test('orders rows, and leaves those that are alike as they came', () => {
  const at = (hour: number) => ({ submittedAt: `2030-01-02T0${hour}:00:00.000Z` });
  const rows = [
    row({ id: 'a', steps: 5, ...at(2), ...inGroup('group 10', 'b') }, { verdict: invalidVerdict }),
    row({ id: 'b', steps: 7, ...at(1), ...inGroup('group 9', 'b'), size: 2 }),
    row({ id: 'c', steps: 5, ...at(3), ...inGroup('group 1', 'a') }, { verdict: validVerdict }),
  ];
  const orders = (order: Parameters<typeof sortRows>[1]) =>
    sortRows(rows, order)
      .map(({ proof }) => proof.id)
      .join('');
  expect(orders('oldest')).toBe('bac');
  expect(orders('newest')).toBe('cab');
  expect(orders('program')).toBe('cab');
  expect(orders('group')).toBe('cba');
  expect(orders('here')).toBe('cab');
  expect(orders('steps')).toBe('bac');
  expect(orders('size')).toBe('acb');
});
