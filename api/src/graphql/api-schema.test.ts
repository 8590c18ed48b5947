import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type ASTVisitor,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isObjectType,
  parse,
  type ValidationContext,
  validate,
} from 'graphql';
import { ACCESS } from '../access/access-table.js';
import { buildApiSchema } from './api-schema.js';
import { printApiSchema } from './print-api-schema.js';
import { QUERY_LIMITS, queryLimits, sizeOf } from './query-limits.js';

let schema: GraphQLSchema;

beforeAll(async () => {
  schema = await buildApiSchema();
});

it('is what shared-schema has', async () => {
  const committed = join(import.meta.dirname, '../../../shared-schema/schema.graphql');
  expect(await printApiSchema()).toBe(await readFile(committed, 'utf8'));
});

it("has every operation of the access table but the operator's, and no other", () => {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const names = roots.flatMap((root) => Object.keys(root?.getFields() ?? {}));
  const offered = Object.entries(ACCESS).filter(([, level]) => level !== 'operator');
  expect(names.sort()).toEqual(offered.map(([name]) => name).sort());
});

it('says how long the answers are that have no pages', () => {
  const fields = schema.getMutationType()?.getFields();
  const most = ['uploadInputGroups', 'confirmProofs', 'rejectProofs'].map(
    (name) => fields?.[name]?.extensions,
  );
  expect(most).toEqual([{ most: 100 }, { most: 500 }, { most: 500 }]);
});

describe('of an answer in bytes there is a bound:', () => {
  const refusals = (query: string) =>
    validate(schema, parse(query), [queryLimits]).map(({ message }) => message);
  const many = (count: number, field: string) =>
    Array.from({ length: count }, (_, n) => `a${n}: ${field}`).join(' ');

  it.each(['readme', 'description', 'output'])('long texts cost as many fields do (%s)', (field) => {
    const node = field === 'output' ? `proof { ${many(30, field)} }` : `program { ${many(30, field)} }`;
    const query = `{ inputGroups(programId: "x", first: 50) { nodes { ${node} } } }`;
    expect(refusals(query)).toEqual([expect.stringMatching(/^The query's cost is \d+, at most 20000 /u)]);
  });

  it('subscriptions may ask for less at once', () => {
    const programs = (count: number) =>
      `subscription { workAvailable(kind: PROVE) { ${many(count, 'readme')} } }`;
    expect(refusals(programs(1))).toEqual([]);
    expect(refusals(programs(8))).toEqual([
      "The query's cost is 1033, at most 1000 is allowed. Ask for less at once.",
    ]);
  });
});

it.each(['tui-donor', 'tui-org'])(
  'answers everything that %s asks for with half the bounds to spare',
  async (client) => {
    const texts = await Promise.all([graphqlBelow('shared-schema/src'), graphqlBelow(`${client}/src`)]);
    const document = parse(texts.join('\n'));
    const operations: string[] = [];
    const bounded = (context: ValidationContext): ASTVisitor => ({
      OperationDefinition(node) {
        const { depth, aliases, cost } = sizeOf(node, context);
        const most = node.operation === 'subscription' ? QUERY_LIMITS.subscriptionCost : QUERY_LIMITS.cost;
        operations.push(`${node.name?.value}`);
        expect({ name: node.name?.value, cost, small: cost <= most / 2 }).toMatchObject({ small: true });
        expect(Math.max(depth / QUERY_LIMITS.depth, aliases / QUERY_LIMITS.aliases)).toBeLessThanOrEqual(0.5);
      },
    });
    expect(validate(schema, document, [bounded])).toEqual([]);
    expect(operations.length).toBeGreaterThan(5);
  },
);

/** What the clients ask, and the fragments that they share. */
async function graphqlBelow(folder: string): Promise<string> {
  const root = join(import.meta.dirname, '../../..', folder);
  const files = await readdir(root, { recursive: true });
  const texts = files
    .filter((name) => name.endsWith('.graphql'))
    .map((name) => readFile(join(root, name), 'utf8'));
  return (await Promise.all(texts)).join('\n');
}

/** Names that say it all. */
const SELF_EVIDENT = new Set(['id', 'name']);

it('describes every type, field, argument and value for an integrator', () => {
  const bare: string[] = [];
  const check = (path: string, description: string | null | undefined) => {
    if (!description && !SELF_EVIDENT.has(path.split('.').at(-1) ?? '')) bare.push(path);
  };
  const roots = new Set(['Query', 'Mutation', 'Subscription']);
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (!roots.has(type.name)) check(type.name, type.description);
    if (isEnumType(type))
      for (const value of type.getValues()) check(`${type.name}.${value.name}`, value.description);
    if (!isObjectType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      check(`${type.name}.${field.name}`, field.description);
      for (const argument of 'args' in field ? field.args : []) {
        check(`${type.name}.${field.name}(${argument.name})`, argument.description);
      }
    }
  }
  expect(bare).toEqual([]);
});
