import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { REST_ROUTES } from '../rest-routes.js';
import { openApiDocument } from './open-api-document.js';
import { printOpenApi } from './print-open-api.js';

const document = openApiDocument(REST_ROUTES);
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, path, operation })),
);

/** Every object in the document with the path that leads to it. */
function* parts(value: unknown, path: string): Generator<[string, Record<string, unknown>]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [path, value as Record<string, unknown>];
  for (const [key, inner] of Object.entries(value)) yield* parts(inner, `${path}/${key}`);
}

it('is what shared-schema has', async () => {
  const committed = join(import.meta.dirname, '../../../../shared-schema/openapi.json');
  expect(printOpenApi()).toBe(await readFile(committed, 'utf8'));
});

it('has every route, under a name of its own', () => {
  expect(operations).toHaveLength(REST_ROUTES.length);
  expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(REST_ROUTES.length);
});

it.each(operations)('$name names the parameters of its path', ({ path, operation }) => {
  const inPath = operation.parameters?.filter((parameter) => parameter.in === 'path') ?? [];
  const braces = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name);
  expect(inPath.map(({ name, required }) => [name, required])).toEqual(braces.map((name) => [name, true]));
});

/** Fields whose name, or what they hold, says it all. */
const SELF_EVIDENT = new Set(
  'status data error_code basic_token organizations programs program_input_groups'.split(' '),
);

it('describes every field, parameter, header and answer for an integrator', () => {
  const named = /\/(?:parameters|headers|responses|properties)\/([^/]+)$/u;
  const bare = [...parts(document.paths, '#/paths')].filter(([path, part]) => {
    const name = named.exec(path)?.[1];
    return name !== undefined && !SELF_EVIDENT.has(name) && !('description' in part || '$ref' in part);
  });
  expect(bare.map(([path]) => path)).toEqual([]);
});

it('has schemas that JSON Schema 2020-12 knows, keyword by keyword, and no reference that leads nowhere', () => {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false });
  addFormats.default(ajv);
  ajv.addFormat('binary', true);
  for (const [name, schema] of Object.entries(document.components.schemas))
    ajv.addSchema(schema, `#/components/schemas/${name}`);
  const schemas = [...parts(document.paths, '#/paths')].flatMap(([, part]) =>
    'schema' in part ? [part.schema as object] : [],
  );
  expect(schemas.length).toBeGreaterThan(100);
  for (const schema of schemas) ajv.compile(schema);
});
