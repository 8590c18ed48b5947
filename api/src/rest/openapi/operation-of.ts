import type { RestRoute } from '../rest-route.js';
import type { OpenApiBody, OpenApiOperation, OpenApiParameter } from './open-api.types.js';
import { responsesOf } from './responses-of.js';
import type { SchemaBook } from './schema-book.js';

/** Name of the security scheme: the header `token`. */
export const TOKEN_SCHEME = 'token';

/** What the document says of one route. */
export function operationOf(book: SchemaBook, route: RestRoute): OpenApiOperation {
  const parameters = [...parametersOf(book, route, 'path'), ...parametersOf(book, route, 'query')];
  const requestBody = bodyOf(book, route);
  return {
    operationId: route.id,
    tags: [route.path.split('/')[1] ?? ''],
    summary: route.summary,
    ...(route.description === undefined ? {} : { description: route.description }),
    'x-access': route.access,
    security: route.access === 'public' ? [] : [{ [TOKEN_SCHEME]: [] }],
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(requestBody === undefined ? {} : { requestBody }),
    responses: responsesOf(book, route),
  };
}

function parametersOf(book: SchemaBook, { schemas }: RestRoute, place: 'path' | 'query'): OpenApiParameter[] {
  const fields = place === 'path' ? schemas.params : schemas.query;
  if (fields === undefined) return [];
  return book.fieldsOf(fields).map(({ name, required, schema: { description, ...schema } }) => ({
    name,
    in: place,
    required,
    description: String(description),
    schema,
  }));
}

function bodyOf(book: SchemaBook, { schemas: { body, form, upload } }: RestRoute): OpenApiBody | undefined {
  if (body !== undefined) {
    const required = !body.safeParse(undefined).success;
    return { required, content: { 'application/json': { schema: book.of(body, 'input') } } };
  }
  if (form === undefined || upload === undefined) return undefined;
  const { contentType, description } = upload;
  const properties = {
    data: { ...book.of(form, 'input'), description: 'Stringified JSON' },
    file: { type: 'string', format: 'binary', contentMediaType: contentType, description },
  };
  const schema = {
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  };
  const encoding = { data: { contentType: 'application/json' }, file: { contentType } };
  return { required: true, content: { 'multipart/form-data': { schema, encoding } } };
}
