import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type GraphQLSchema, isEnumType, isInputObjectType, isObjectType } from 'graphql';
import { ACCESS } from '../access/access-table.js';
import { buildApiSchema } from './api-schema.js';
import { printApiSchema } from './print-api-schema.js';

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
