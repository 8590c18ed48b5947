import { SettingProblem } from '@cairn/tui-kit';
import { formatTargets, readTargets } from '../settings/readers/read-targets.js';
import { aimsOf } from './aims-of.js';
import { markText } from './mark-text.js';
import { rejectsText } from './rejects-text.js';
import { ANYTHING, blockedPart, withTarget } from './selection.js';
import type { Target } from './target.js';

const FOLD: Target = { kind: 'program', id: 'fold' };
const FOLDERS: Target = { kind: 'organization', id: 'folders' };

test('lists are read as they are written', () => {
  expect(readTargets(' program:fold , organization:folders,program:fold')).toEqual([FOLD, FOLDERS]);
  expect(formatTargets([FOLD, FOLDERS])).toBe('program:fold,organization:folders');
  expect(readTargets(formatTargets([]))).toEqual([]);
});

test.each([
  '',
  'fold',
  'program:',
  'program:a b',
  'group:fold',
  'program:fold,',
  `program:${'x'.repeat(65)}`,
])('refuses %j', (text) => expect(() => readTargets(text)).toThrow(SettingProblem));

test('a list has an end', () => {
  const many = Array.from({ length: 51 }, (_, n) => `program:p${n}`);
  expect(() => readTargets(many.join())).toThrow('at most 50');
});

test('a place in the list is one from where it may have been', () => {
  const ids = (place?: number) =>
    withTarget([{ ...FOLD, id: 'a' }, { ...FOLD, id: 'b' }, FOLD], FOLD, place).map(({ id }) => id);
  expect(ids(1)).toEqual(['fold', 'a', 'b']);
  expect(ids(2)).toEqual(['a', 'fold', 'b']);
  expect(ids(99)).toEqual(['a', 'b', 'fold']);
  expect(ids()).toEqual(['a', 'b', 'fold']);
});

test('what was named for this run is all that is asked for', () => {
  const selection = { ...ANYTHING, preferred: [FOLD] };
  expect(aimsOf({ organizationId: 'o' }, selection)).toEqual([{ organizationId: 'o' }]);
  expect(aimsOf({}, selection)).toEqual([{ programId: 'fold', isPreferred: true }, {}]);
});

test('a program is blocked by itself or with its organization', () => {
  const program = { id: 'fold', organization: { id: 'folders' } };
  expect(blockedPart({ blocked: [FOLD] }, program)).toBe('program');
  expect(blockedPart({ blocked: [FOLD, FOLDERS] }, program)).toBe('organization');
  expect(blockedPart({ blocked: [{ ...FOLD, kind: 'organization' }] }, program)).toBeUndefined();
});

test('signs tell the place, and what is blocked before all', () => {
  const selection = { ...ANYTHING, preferred: [FOLDERS, FOLD] };
  expect(markText(selection, FOLD)).toBe('★2');
  expect(markText({ ...selection, blocked: [FOLD] }, FOLD)).toBe('✗');
  expect(markText(selection, { ...FOLD, id: 'x' })).toBe('');
});

test('tells how an organization rejects, whatever a server says', () => {
  expect(rejectsText({ confirmed: 3, rejected: 1 })).toBe('1 of 4 (25%)');
  expect(rejectsText({ confirmed: 0, rejected: 0 })).toBe('none decided');
  expect(rejectsText(undefined)).toBe('not told');
  const lie = { confirmed: '\u001B[31m', rejected: -1 } as unknown as { confirmed: number; rejected: number };
  expect(rejectsText(lie)).toBe('not told');
});
