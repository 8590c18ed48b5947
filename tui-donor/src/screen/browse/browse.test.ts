import { cellWidth, instead } from '@cairn/tui-kit/screen';
import { reservedPiece } from '../../test/reserved-piece.js';
import type { JudgedPiece } from '../history/finished-piece.js';
import { PROGRAM_COLUMNS } from './browse-columns.js';
import { type BrowsedProgram, BrowseFeed } from './browse-feed.js';
import { expectationOf } from './expectation.js';
import { crumbsOf, placeBack } from './place.js';
import { programLines } from './program-lines.js';
import { keeperWorld } from './test/keeper-world.js';

const PROGRAM: BrowsedProgram = {
  id: 'p',
  name: 'fo\u001B[31mld',
  description: 'Folds \u202Epaper',
  inputBinding: 'NONE',
  expectedSteps: 1_000_000,
  maxSteps: null,
  createdAt: '2026-11-26T12:00:00.000Z',
  decisions: { confirmed: 3, rejected: 1 },
  groupCounts: { available: 3, reserved: 1, executed: 2, proven: 4, confirmed: 5, failed: 0, total: 15 },
};
const LIMITS = { maxMemory: 4e9, maxSteps: undefined };

function proven(steps: number, seconds: number): JudgedPiece {
  const execution = { steps, bytes: 1, sha256: 'd', submission: 'submitted' } as const;
  const piece = { ...reservedPiece(), execution, proof: { seconds, bytes: 1, sha256: 'c' } };
  return { piece, outcome: 'proven', beganAt: '', finishedAt: '', verdict: { state: 'unknown' } };
}

test('expects what the most similar proof took here, in proportion', () => {
  const measured = [proven(100_000, 10), proven(500_000, 40)];
  expect(expectationOf(PROGRAM, measured, LIMITS)).toMatchObject({ seconds: 80, unfit: undefined });
  expect(expectationOf({ expectedSteps: 1000 }, measured, LIMITS).seconds).toBe(10);
  expect(expectationOf(PROGRAM, [], LIMITS).seconds).toBeUndefined();
});

test('tells what does not fit, and what nobody knows', () => {
  expect(expectationOf(PROGRAM, [], { ...LIMITS, maxMemory: 1e9 }).unfit).toBe('more memory than is allowed');
  expect(expectationOf(PROGRAM, [], { ...LIMITS, maxSteps: 10 }).unfit).toBe('more steps than are allowed');
  const unknown = expectationOf({ expectedSteps: null }, [], LIMITS);
  expect(
    PROGRAM_COLUMNS.map(({ text }) => text({ program: PROGRAM, expected: unknown, mark: '★2' })),
  ).toEqual(['★2', 'fold', '5', '? not known', '', '', '1 of 4 (25%)', 'Folds paper']);
});

test('tells all about a program, clean and within its width', () => {
  const row = {
    program: PROGRAM,
    expected: expectationOf(PROGRAM, [proven(500_000, 40)], LIMITS),
    mark: '✗',
  };
  const readme = { state: 'ready', value: '# Fold\u001B]52;c;AA\u0007\n\nlong '.repeat(20) } as const;
  const lines = programLines(row, readme, 56).map((line) => line.map(({ text }) => text).join(''));
  for (const part of [
    '5 of 15 input groups',
    'about 1 min 20 s',
    '✓ fits',
    'UNBOUND',
    '# Fold',
    '1 of 4 (25%)',
    'have blocked it',
  ]) {
    expect(lines.join('\n')).toContain(part);
  }
  expect(Math.max(...lines.map(cellWidth))).toBeLessThanOrEqual(56);
});

test('takes from what the server says all that could drive the terminal', () => {
  const problem = 'no\u001B]52;c;AA\u0007 such field';
  const failed = { state: 'failed', value: undefined, problem } as const;
  const program = { ...PROGRAM, inputBinding: 'EV\u001B]52;c;AA\u0007IL' as 'ECHO' };
  const shown = [
    ...(instead(failed, '', 40) ?? []),
    ...programLines({ program, expected: expectationOf(PROGRAM, [], LIMITS), mark: '' }, failed, 56),
  ];
  const text = shown.flatMap((line) => line.map((part) => part.text)).join('\n');
  expect(text).toContain('no such field');
  expect(text).toContain('evil');
  expect(text).not.toContain('\u001B');
});

test('a list says that it is on its way, empty, or could not be read', () => {
  const text = (loaded: Parameters<typeof instead>[0]): string | undefined =>
    instead(loaded, 'Nothing here.', 40)
      ?.map((line) => line.map((part) => part.text).join(''))
      .join(' ');
  expect(text({ state: 'loading', value: undefined })).toBe('Asking the server…');
  expect(text({ state: 'ready', value: [] })).toBe('Nothing here.');
  expect(text({ state: 'failed', value: [1], problem: 'it is away' })).toBe('✗ it is away r tries again.');
  expect(text({ state: 'loading', value: [1] })).toBeUndefined();
});

test('knows the way back', () => {
  const organization = {
    id: 'o',
    name: 'Fol\nders',
    description: '',
    programCount: 1,
    decisions: { confirmed: 0, rejected: 0 },
  };
  expect(crumbsOf({ organization, program: PROGRAM })).toEqual(['Fol ders', 'fold']);
  expect(placeBack({ organization, program: PROGRAM })).toEqual({ organization });
  expect(placeBack({ organization })).toEqual({});
  expect(placeBack({})).toBeUndefined();
});

test('keeps what it had when the server is away, and says so', async () => {
  const organizations = [
    { id: 'o', name: 'x', description: '', programCount: 0, decisions: { confirmed: 0, rejected: 0 } },
  ];
  let isAway = false;
  const browseOrganizations = async () => {
    if (isAway) throw new Error('it is away');
    return organizations;
  };
  await using world = await keeperWorld();
  const source = { browseOrganizations, browsePrograms: async () => [], browseReadme: async () => '' };
  const feed = new BrowseFeed(source, world.keeper, () => ({ first: 20, further: 50 }));
  await feed.loadOrganizations();
  expect(feed.organizations.get()).toEqual({ state: 'ready', value: organizations });
  isAway = true;
  await feed.loadOrganizations();
  expect(feed.organizations.get()).toEqual({ state: 'failed', value: organizations, problem: 'it is away' });
});
