import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, validateSchema } from 'graphql';

const folder = join(import.meta.dirname, '..');
const file = ['schema.graphql', 'contract.graphql']
  .map((name) => join(folder, name))
  .find((path) => existsSync(path));

describe('the GraphQL contract', () => {
  const schema = buildSchema(readFileSync(file ?? '', 'utf8'));

  it('is a valid schema', () => {
    expect(validateSchema(schema)).toEqual([]);
  });

  it.each(['Organization', 'Program', 'InputGroup', 'Proof'])('has a connection of %s', (name) => {
    expect(schema.getType(`${name}Connection`)).toBeDefined();
    expect(schema.getType(`${name}Edge`)).toBeDefined();
  });
});
