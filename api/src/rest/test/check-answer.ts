import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { OpenApiOperation, OpenApiResponse } from '../openapi/open-api.types.js';
import { openApiDocument } from '../openapi/open-api-document.js';
import { REST_ROUTES } from '../rest-routes.js';

const DOCUMENT = openApiDocument(REST_ROUTES);
const ROOT = 'openapi.json';

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(DOCUMENT, ROOT);

/** Operations with what their paths look like; those without parameters go first. */
const OPERATIONS = Object.entries(DOCUMENT.paths)
  .sort(([a], [b]) => Number(a.includes('{')) - Number(b.includes('{')))
  .flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const pattern = new RegExp(`^${path.replaceAll(/\{\w+\}/gu, '[^/]*')}$`, 'u');
      return { path, pattern, method, operation };
    }),
  );

/**
 * Holds an answer against the OpenAPI document: its status, its content type, its headers and its body.
 * @throws Error that says where they differ
 */
export async function checkAnswer(method: string, url: string, response: Response): Promise<void> {
  // HEAD answers as GET does, without a body.
  if (method === 'HEAD') return;
  const path = url.split('?')[0] ?? '';
  const found = OPERATIONS.find((one) => one.method === method.toLowerCase() && one.pattern.test(path));
  const what = `${method} ${path}: ${response.status}`;
  if (found === undefined) {
    if (response.status !== 404 && response.status !== 405) throw new Error(`${what} of no operation`);
    return checkBody(what, { $ref: `${ROOT}#/components/schemas/Error` }, await response.json());
  }
  const documented = (found.operation as OpenApiOperation).responses[response.status];
  if (documented === undefined) throw new Error(`${what} is not documented: ${await response.text()}`);
  await checkDocumented(what, pointer(found.path, found.method, response.status), documented, response);
}

async function checkDocumented(
  what: string,
  place: string,
  { content = {}, headers = {} }: OpenApiResponse,
  response: Response,
): Promise<void> {
  const type = response.headers.get('content-type')?.split(';')[0] ?? '';
  if (!(type in content)) throw new Error(`${what} has the undocumented content type ${type}`);
  if (response.headers.get('cache-control') !== 'no-store') throw new Error(`${what} may be kept by a cache`);
  for (const [name, { required }] of Object.entries(headers)) {
    const value = response.headers.get(name);
    if (value === null && required === true) throw new Error(`${what} lacks the header ${name}`);
    const schema = { $ref: `${place}/headers/${escapePointer(name)}/schema` };
    // Headers are texts; numbers among them are written in digits.
    if (value !== null) checkBody(`${what}, ${name}`, schema, /^\d+$/u.test(value) ? Number(value) : value);
  }
  if (content[type]?.schema === undefined) return;
  checkBody(what, { $ref: `${place}/content/${escapePointer(type)}/schema` }, await response.json());
}

function checkBody(what: string, schema: AnySchema, body: unknown): void {
  if (ajv.validate(schema, body)) return;
  throw new Error(`${what} is not as documented: ${ajv.errorsText()}: ${JSON.stringify(body)}`);
}

function pointer(path: string, method: string, status: number): string {
  return `${ROOT}#/paths/${escapePointer(path)}/${method}/responses/${status}`;
}

/** As JSON pointers in a URI's fragment are written. */
function escapePointer(key: string): string {
  return encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'));
}
