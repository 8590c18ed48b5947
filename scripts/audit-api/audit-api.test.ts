import type { GraphqlHttpReport } from './graphql-http.mjs';
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

const finding = { id: 'AB12', name: 'MAY answer', reason: 'It does not' };
const compliant: GraphqlHttpReport = { audits: 61, errors: [], warnings: [], notices: [finding] };

function short(found: Partial<Parameters<typeof judge>[0]>): string[] {
  const all = { graphqlHttp: compliant, graphql: good, rest: good, ...found };
  return judge(all).flatMap(({ name, ok }) => (ok ? [] : [name]));
}

it('is content when every operation was tested and nothing failed', () => {
  expect(short({})).toEqual([]);
});

it.each<[string, Partial<SchemathesisReport>, string]>([
  ['an operation that was left out', { operations: { total: 23, tested: 22, errored: 0 } }, 'operations'],
  ['an operation in error', { operations: { total: 23, tested: 23, errored: 1 } }, 'operations'],
  ['a document without operations', { operations: { total: 0, tested: 0, errored: 0 } }, 'operations'],
  ['an error of the tool', { errors: [{}] }, 'operations'],
  ['too few cases', { test_cases: { generated: 499, with_failures: 0 } }, 'cases'],
  ['a failure', { failures: [{}] }, 'failures'],
  ['a case that failed', { test_cases: { generated: 1200, with_failures: 1 } }, 'failures'],
])('is short with %s, on each face', (_what, changes, name) => {
  expect(short({ rest: { ...good, ...changes } })).toEqual([`rest-${name}`]);
  expect(short({ graphql: { ...good, ...changes } })).toEqual([`graphql-${name}`]);
});

it.each<[string, Partial<GraphqlHttpReport>]>([
  ['an error', { errors: [finding] }],
  ['a warning', { warnings: [finding] }],
  ['no audit', { audits: 0 }],
])('is short with %s about GraphQL over HTTP', (_what, changes) => {
  expect(short({ graphqlHttp: { ...compliant, ...changes } })).toEqual(['graphql-http']);
});

it('tells what was done, and each goal', () => {
  const run = {
    seed: '1',
    operations: good.operations,
    phases: { fuzzing: 'success' },
    cases: good.test_cases,
    failures: [],
    errors: [],
  };
  const page = markdown({
    command: 'npm run audit:api',
    date: '2026-11-25',
    machine: { cpu: 'c', cores: 2, memory: 'm', system: 's' },
    schemathesis: { version: '4.32.5', seconds: 60 },
    graphqlHttp: compliant,
    graphql: run,
    rest: { ...run, cases: { generated: 900, with_failures: 0 } },
    goals: judge({ graphqlHttp: compliant, graphql: good, rest: good }),
  });
  expect(page).toContain('schemathesis 4.32.5');
  expect(page).toContain('sent 1,200 requests to its 23 operations, such as the schema allows');
  expect(page).toContain('sent 900 requests to its 23 operations: such as the document allows');
  expect(page).toContain('- MAY answer: It does not.');
  expect(page).toContain('| fuzzing | success |');
  expect(page.match(/^- goal (?:rest|graphql)-/gmu)).toHaveLength(7);
});
