import {
  buildSchema,
  GraphQLList,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  parse,
  validate,
} from 'graphql';
import { queryLimits } from './query-limits.js';

const SCHEMA = buildSchema('type Query { name: String }');

/** Each fragment spreads the next one twice; the last one spreads `last`. */
function doubling(levels: number, last: string): string {
  const fragments = Array.from(
    { length: levels },
    (_, at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`,
  );
  return `{ ...F0 } ${fragments.join(' ')} fragment F${levels} on Query { ${last} }`;
}

it('counts an answer with as many elements as it may have', () => {
  const item = new GraphQLObjectType({ name: 'Item', fields: { name: { type: GraphQLString } } });
  const fields = {
    few: { type: new GraphQLList(item) },
    many: { type: new GraphQLList(item), extensions: { most: 20_000 } },
  };
  const schema = new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Query', fields }) });
  const errors = (query: string) =>
    validate(schema, parse(query), [queryLimits]).map(({ message }) => message);
  expect(errors('{ few { name } }')).toEqual([]);
  expect(errors('{ many { name } }')).toEqual([
    "The query's cost is 20001, at most 20000 is allowed. Ask for less at once.",
  ]);
});

it.each([
  ['{ %: name }', 100, []],
  ['{ %: name }', 101, ["The query's longest alias is 101, at most 100 is allowed. Ask for less at once."]],
  ['{ __schema { types { %: name } } }', 101, [expect.stringContaining('longest alias is 101')]],
])('of %s with an alias of %i characters says %j', (query, length, expected) => {
  const errors = validate(SCHEMA, parse(query.replace('%', 'x'.repeat(length))), [queryLimits]);
  expect(errors.map(({ message }) => message)).toEqual(expected);
});

describe('fragments that double each other', () => {
  // Unmended, twenty levels take seconds and one more twice as long: enough to fail, not to hang.
  it.each(['name', '...Missing', '...F0'])(
    'are refused for their cost when the last one holds %s',
    (last) => {
      const [error] = validate(SCHEMA, parse(doubling(20, last)), [queryLimits]);
      expect(error?.message).toMatch(/^The query's cost is \d+, at most 20000 is allowed/u);
    },
  );

  it('are let through while they are few', () => {
    expect(validate(SCHEMA, parse(doubling(5, 'name')), [queryLimits])).toEqual([]);
  });
});
