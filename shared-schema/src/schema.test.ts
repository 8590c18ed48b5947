import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, validateSchema } from 'graphql';

const file = join(import.meta.dirname, '..', 'schema.graphql');

describe('the GraphQL contract', () => {
  const schema = buildSchema(readFileSync(file, 'utf8'));

  it('is a valid schema', () => {
    expect(validateSchema(schema)).toEqual([]);
  });

  it.each(['Organization', 'Program', 'InputGroup', 'Proof'])('has a connection of %s', (name) => {
    expect(schema.getType(`${name}Connection`)).toBeDefined();
    expect(schema.getType(`${name}Edge`)).toBeDefined();
  });
});
