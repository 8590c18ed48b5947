import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../lib/run.mjs';
import { adopt } from './adopt.mjs';
import { readArguments } from './arguments.mjs';
import { Book } from './book.mjs';
import { Chance } from './chance.mjs';
import { checkBook } from './check-book.mjs';
import { checkStates, isReachable } from './check-states.mjs';
import { committedCode } from './code.mjs';
import { checkUsage } from './files.mjs';
import { judge } from './judge.mjs';
import { wholeOf, withPortion } from './portions.mjs';
import { markdown } from './report.mjs';
import type { Rows } from './rows.mjs';

const NOW = 1_000_000;

/** A group that somebody holds, and one that is proven. */
function world(): Rows {
  const group = {
    ...{ executed: 0, holderId: null, proofId: null, size: 10, provenAt: null, confirmedAt: null },
    ...{ freeFrom: NOW, fencingNumber: 1, attempts: 1 },
  };
  const lease = { kind: 'EXECUTE_AND_PROVE', version: 1, fencingNumber: 1, expiresAt: NOW + 1000 };
  return {
    now: NOW,
    groups: [
      {
        ...group,
        ...{
          id: 'held',
          name: 'm0 1',
          sha256: 'i1',
          state: 'RESERVED',
          holderId: 'r1',
          freeFrom: NOW + 1000,
        },
      },
      {
        ...group,
        ...{ id: 'done', name: 'm0 2', sha256: 'i2', state: 'PROVEN', holderId: 'r2', proofId: 'p' },
        ...{ freeFrom: null, provenAt: NOW, executed: 1 },
      },
    ],
    reservations: [
      { ...lease, id: 'r1', groupId: 'held', state: 'LIVE', clientKeyHash: 'k1' },
      { ...lease, id: 'r2', groupId: 'done', state: 'COMPLETED', clientKeyHash: 'k2' },
    ],
    executions: [{ groupId: 'done', sha256: 'e', size: 5 }],
    proofs: [{ id: 'p', groupId: 'done', state: 'SUBMITTED', sha256: 's', size: 7, fileKept: 1 }],
    rejections: [{ groupId: 'done' }],
    reports: [{ groupId: 'held', counts: 1 }],
    programs: [{ archiveSha256: 'a', archiveBytes: 100, executableSha256: 'x', executableBytes: 1000 }],
    organizations: [{ storedBytes: 1120, executionBytes: 5, groupCount: 2 }],
  };
}

/** A book in which all of that stands. */
function bookOf(rows: Rows): Book {
  const book = new Book();
  adopt(book, rows);
  book.groups.get('held')?.reporters.add('somebody');
  return book;
}

/** One row of a list, to be changed. */
function row<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`There is no row ${index}.`);
  return found;
}

it('finds nothing wrong with what is right', () => {
  const rows = world();
  expect([...checkStates(rows), ...checkBook(bookOf(rows), rows), ...checkUsage(rows)]).toEqual([]);
});

it.each<[string, (rows: Rows) => void, string]>([
  ['a state that is none', ({ groups }) => Object.assign(row(groups, 0), { state: 'LOST' }), 'does not know'],
  [
    'two holders',
    ({ reservations }) =>
      reservations.push({ ...row(reservations, 0), id: 'r3', fencingNumber: 2, clientKeyHash: 'k3' }),
    'held 2 times',
  ],
  [
    'a lease on a proven group',
    ({ reservations }) => Object.assign(row(reservations, 1), { state: 'LIVE' }),
    'somebody else holds',
  ],
  [
    'a fencing number that is given twice',
    ({ reservations }) =>
      reservations.push({ ...row(reservations, 0), id: 'r3', state: 'RELEASED', clientKeyHash: 'k3' }),
    'fencing numbers 1,1',
  ],
  ['an execution that is gone', ({ executions }) => executions.pop(), 'executed without execution'],
  ['a proof that is gone', ({ proofs }) => proofs.pop(), 'its proof is not there'],
  [
    'another deadline',
    ({ groups }) => Object.assign(row(groups, 0), { freeFrom: NOW + 5 }),
    'another time than the deadline',
  ],
  [
    'a group that was given up too early',
    ({ groups }) => Object.assign(row(groups, 0), { state: 'FAILED', freeFrom: null }),
    'fewer than three reports',
  ],
])('notices by the rows alone %s', (_what, spoil, text) => {
  const rows = world();
  spoil(rows);
  expect(checkStates(rows).join('\n')).toContain(text);
});

it.each<[string, (rows: Rows) => void, string]>([
  ['a lost group', ({ groups }) => groups.shift(), 'group m0 1 is lost'],
  ['a lost reservation', ({ reservations }) => reservations.shift(), 'reservation r1 is lost'],
  ['a lost execution', ({ executions }) => executions.pop(), 'lost its execution'],
  ['a lost proof', ({ proofs }) => proofs.pop(), 'proof p is lost'],
  ['a lost rejection', ({ rejections }) => rejections.pop(), 'lost a rejection'],
  ['a lost report', ({ reports }) => reports.pop(), 'lost a report'],
  [
    'a lost renewal',
    ({ reservations }) => Object.assign(row(reservations, 0), { expiresAt: NOW + 1 }),
    'lost a renewal',
  ],
  [
    'a lease that ended unasked',
    ({ reservations }) => Object.assign(row(reservations, 0), { state: 'RELEASED' }),
    'is RELEASED, and may be LIVE',
  ],
  [
    'a decision that nobody made',
    ({ proofs }) => Object.assign(row(proofs, 0), { state: 'CONFIRMED' }),
    'is CONFIRMED, and may be SUBMITTED',
  ],
  [
    'a state that nobody asked for',
    ({ groups }) => Object.assign(row(groups, 1), { state: 'CONFIRMED' }),
    'went from PROVEN to CONFIRMED unasked',
  ],
  [
    'a claim that nobody made',
    ({ reservations }) => reservations.push({ ...row(reservations, 0), id: 'r3', clientKeyHash: 'k3' }),
    'reservation r3 was never asked for',
  ],
  [
    'a proof that nobody sent',
    ({ proofs }) => proofs.push({ ...row(proofs, 0), id: 'q', groupId: 'held' }),
    'proof q was never sent',
  ],
  [
    'a group that came back',
    ({ groups }) => groups.push({ ...row(groups, 0), id: 'old', name: 'm0 0' }),
    'group m0 0 was never uploaded, or was deleted',
  ],
])('notices by its book %s', (_what, spoil, text) => {
  const rows = world();
  const book = bookOf(rows);
  spoil(rows);
  expect(checkBook(book, rows).join('\n')).toContain(text);
});

it('takes what was not answered either way, but not by halves', () => {
  const rows = world();
  const book = bookOf(rows);
  const before = { ...rows, groups: rows.groups.slice(0, 1) };
  const names = new Map([
    ['m0 3', 'i3'],
    ['m0 4', 'i4'],
  ]);
  book.uploads.push(names);
  const group = book.groups.get('done');
  if (group === undefined) throw new Error('The group is not in the book.');
  group.deleted = 'asked';
  expect(checkBook(book, rows)).toEqual([]);
  expect(checkBook(book, before)).toEqual([]);
  const both = ['3', '4'].map((n) => ({ ...row(rows.groups, 0), id: n, name: `m0 ${n}`, sha256: `i${n}` }));
  expect(checkBook(book, { ...rows, groups: [...rows.groups, ...both] })).toEqual([]);
  const half = { ...rows, groups: [...rows.groups, row(both, 0)] };
  expect(checkBook(book, half)).toEqual(['half an upload: m0 3']);
});

it('goes by the table of the server', () => {
  expect(isReachable('AVAILABLE', 'PROVEN', new Set(['SUBMIT_PROOF']))).toBe(true);
  expect(isReachable('AVAILABLE', 'CONFIRMED', new Set(['SUBMIT_PROOF']))).toBe(false);
  expect(isReachable('RESERVED', 'AVAILABLE', new Set())).toBe(true);
  expect(isReachable('CONFIRMED', 'AVAILABLE', new Set(['REJECT', 'RETRY', 'RELEASE']))).toBe(false);
});

it('notices a wrong count of what is stored', () => {
  const rows = world();
  row(rows.organizations, 0).storedBytes += 1;
  expect(checkUsage(rows)).toEqual([
    'counted are 1121 bytes, 5 of executions, 2 groups, stored 1120 bytes, 5 of executions, 2 groups',
  ]);
});

it('makes the same choices of the same seed', () => {
  const choices = (seed: number) => {
    const chance = new Chance(seed);
    return [chance.key(), chance.below(1000), chance.next()];
  };
  expect(choices(7)).toEqual(choices(7));
  expect(choices(7)).not.toEqual(choices(8));
});

describe('arguments', () => {
  it('are a thousand kills over both databases unless told otherwise', () => {
    expect(readArguments(['--seed', '5'])).toEqual({
      ...{ kills: 1000, chosen: ['sqlite', 'mysql'], seed: 5, add: false },
    });
    expect(readArguments(['--kills', '3', '--database', 'mysql', '--add'])).toMatchObject({
      kills: 3,
      chosen: ['mysql'],
      add: true,
    });
  });

  it.each([[['--kills', '1']], [['--kills', 'x']], [['--database', 'oracle']], [['--fast']]])(
    'refuses %j',
    (args) => expect(() => readArguments(args)).toThrow('Usage: npm run drill:api'),
  );
});

const good = (database: 'sqlite' | 'mysql') => ({
  ...{ database, settings: { version: '1' }, kills: 500, whileStarting: 50, checks: 450 },
  violations: [] as string[],
  requests: { acknowledged: 9000, unanswered: 4000, refused: 10 },
  collected: { files: 3, leftovers: 4 },
  states: { PROVEN: 7 } as Record<string, number>,
  sabotages: Array.from({ length: 12 }, () => ({ name: 'a lost group', noticed: true })),
  seconds: 60,
});

const origin = {
  ...{ command: 'npm run drill:api', date: '2026-11-25', seed: 5 },
  code: { commit: 'c0ffee', hash: '0123' },
  machine: { cpu: 'c', cores: 2, memory: 'm', system: 's' },
  versions: { node: '24' },
};

describe('goals', () => {
  const short = (changes: object) =>
    judge([good('sqlite'), { ...good('mysql'), ...changes }]).flatMap(({ name, ok }) => (ok ? [] : [name]));

  it.each<[string, object, string[]]>([
    ['everything is right', {}, []],
    ['there are too few kills', { kills: 499 }, ['kills']],
    ['a database is left out', { database: 'sqlite' }, ['kills']],
    ['something was found', { violations: ['lost'] }, ['violations']],
    ['there was no load', { requests: { acknowledged: 0, unanswered: -3500, refused: 0 } }, ['under-load']],
    ['a check is blind', { sabotages: [{ name: 'a lost group', noticed: false }] }, ['sabotage-noticed']],
  ])('when %s', (_what, changes, names) => expect(short(changes)).toEqual(names));

  it('stand in the report', () => {
    const outcomes = [good('sqlite'), { ...good('mysql'), violations: ['kill 3: group m0 1 is lost'] }];
    const page = markdown({ portions: [{ ...origin, outcomes }], goals: judge(outcomes) });
    expect(page).toContain('# The API killed 1,000 times');
    expect(page).toContain('of the code of commit c0ffee (0123)');
    expect(page).toContain('- kill 3: group m0 1 is lost');
    expect(page.match(/^- goal /gmu)).toHaveLength(4);
  });
});

describe('portions', () => {
  const first = { ...origin, outcomes: [good('sqlite'), good('mysql')] };
  const later = {
    ...{ ...origin, seed: 6, code: { commit: 'decaf', hash: '0123' } },
    outcomes: [{ ...good('mysql'), kills: 7, violations: ['kill 3: lost'], states: { FAILED: 2 } }],
  };

  it('of one code count together, whatever was found in them', () => {
    const portions = withPortion(withPortion([], first), later);
    const whole = wholeOf(portions);
    expect(whole).toMatchObject([
      { database: 'sqlite', kills: 500, violations: [] },
      {
        ...{ database: 'mysql', kills: 507, violations: ['kill 3: lost'], states: { PROVEN: 7, FAILED: 2 } },
        ...{ requests: { acknowledged: 18000, unanswered: 8000, refused: 20 }, seconds: 120 },
      },
    ]);
    expect(whole[1]?.sabotages).toHaveLength(24);
    const page = markdown({ portions, goals: judge(whole) });
    expect(page).toContain('# The API killed 1,007 times');
    expect(page).toContain('| 2026-11-25 | decaf | 6 | 7 on mysql | 1 | 60.0 s |');
    expect(page.match(/a lost group/gu)).toHaveLength(2);
  });

  it.each([
    ['other code', { code: { commit: 'decaf', hash: '4567' } }, 'of the code c0ffee (0123); expected'],
    ['code that is not committed', { code: null }, 'commit what was changed first'],
    ['another machine', { machine: { ...origin.machine, cores: 4 } }, 'of the machine c, 2 cores'],
    ['another Node', { versions: { node: '25' } }, 'of Node 24; expected 25'],
    ['the same seed', { seed: 5 }, 'Seed 5 is recorded already'],
  ])('of %s are not mixed', (_what, changes, message) => {
    expect(() => withPortion([first], { ...later, ...changes })).toThrow(message);
  });
});

describe('code', () => {
  async function checkout(): Promise<{ root: string; git(...args: string[]): Promise<void> }> {
    const root = await mkdtemp(join(tmpdir(), 'cairn-drill-'));
    const name = ['-c', 'user.name=x', '-c', 'user.email=x@example.org', '-c', 'commit.gpgsign=false'];
    const git = async (...args: string[]) => {
      const { code, text } = await run('git', [...name, ...args], { cwd: root });
      if (code !== 0) throw new Error(text);
    };
    await git('init', '--quiet');
    await mkdir(join(root, 'api', 'src'), { recursive: true });
    return { root, git };
  }

  it('is what decides on the drill, as it is committed', async () => {
    const { root, git } = await checkout();
    const commit = async (path: string, text: string) => {
      await writeFile(join(root, path), text);
      expect(await committedCode(root)).toBeUndefined();
      await git('add', '.');
      await git('commit', '--quiet', '-m', path);
      return committedCode(root);
    };
    const first = await commit('api/src/serve.ts', '1');
    await writeFile(join(root, 'api/src/serve.test.ts'), '1');
    await writeFile(join(root, 'README.md'), '1');
    expect(await committedCode(root)).toEqual(first);
    await git('add', '.');
    await git('commit', '--quiet', '-m', 'tests');
    const tested = await committedCode(root);
    expect(tested?.hash).toBe(first?.hash);
    expect(tested?.commit).not.toBe(first?.commit);
    const changed = await commit('api/src/serve.ts', '2');
    expect(changed?.hash).not.toBe(first?.hash);
    expect((await commit('api/src/serve.ts', '1'))?.hash).toBe(first?.hash);
    await rm(root, { recursive: true });
  });
});
