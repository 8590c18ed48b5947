import { judge } from './judge.mjs';
import { markdown } from './report.mjs';
import type { SchemathesisReport } from './schemathesis.mjs';

const good: SchemathesisReport = {
  schemathesis_version: '4.32.5',
  seed: '1',
  operations: { total: 23, tested: 23, errored: 0 },
  test_cases: { generated: 1200, with_failures: 0 },
  phases: { fuzzing: { status: 'success' } },
  failures: [],
  errors: [],
};

function short(changes: Partial<SchemathesisReport>): string[] {
  return judge({ ...good, ...changes }).flatMap(({ name, ok }) => (ok ? [] : [name]));
}

it('is content when every operation was tested and nothing failed', () => {
  expect(short({})).toEqual([]);
});

it.each<[string, Partial<SchemathesisReport>, string]>([
  [
    'an operation that was left out',
    { operations: { total: 23, tested: 22, errored: 0 } },
    'rest-operations',
  ],
  ['an operation in error', { operations: { total: 23, tested: 23, errored: 1 } }, 'rest-operations'],
  ['a document without operations', { operations: { total: 0, tested: 0, errored: 0 } }, 'rest-operations'],
  ['an error of the tool', { errors: [{}] }, 'rest-operations'],
  ['too few cases', { test_cases: { generated: 499, with_failures: 0 } }, 'rest-cases'],
  ['a failure', { failures: [{}] }, 'rest-failures'],
  ['a case that failed', { test_cases: { generated: 1200, with_failures: 1 } }, 'rest-failures'],
])('is short with %s', (_what, changes, name) => {
  expect(short(changes)).toEqual([name]);
});

it('tells what was done, and each goal', () => {
  const page = markdown({
    command: 'npm run audit:api',
    date: '2026-11-25',
    machine: { cpu: 'c', cores: 2, memory: 'm', system: 's' },
    schemathesis: { version: '4.32.5', seed: '1', seconds: 60 },
    operations: good.operations,
    phases: { fuzzing: 'success' },
    cases: good.test_cases,
    goals: judge(good),
  });
  expect(page).toContain('schemathesis 4.32.5');
  expect(page).toContain('sent 1,200 requests to its 23 operations in 60 s');
  expect(page).toContain('| fuzzing | success |');
  expect(page.match(/^- goal rest-/gmu)).toHaveLength(3);
});
