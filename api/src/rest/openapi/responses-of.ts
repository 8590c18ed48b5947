import { ERROR_CODES, type ErrorCode } from '@cairn/shared-schema';
import { z } from 'zod';
import { errorsOf } from '../errors-of.js';
import type { RestRoute } from '../rest-route.js';
import type { OpenApiResponse } from './open-api.types.js';
import type { SchemaBook } from './schema-book.js';

const JSON_TYPE = 'application/json';

/** Statuses at which another try makes sense, and the answer may say when. */
const PASSING = new Set([429, 503]);

/** The envelope of every error. */
const errorEnvelope = z
  .object({
    status: z.literal('error'),
    error_code: z.enum(Object.keys(ERROR_CODES) as [ErrorCode, ...ErrorCode[]]).describe('Error code'),
    error_message: z.string().describe('What is wrong, what was expected, and what to do'),
  })
  .meta({ id: 'Error', description: 'The answer to a request that did not go well.' });

/** What a route answers, by status. */
export function responsesOf(book: SchemaBook, route: RestRoute): Record<string, OpenApiResponse> {
  const responses: Record<string, OpenApiResponse> = { 200: successOf(book, route) };
  for (const [status, codes] of codesByStatus(errorsOf(route))) {
    responses[status] = errorResponse(book, status, codes);
  }
  return responses;
}

function successOf(book: SchemaBook, { schemas }: RestRoute): OpenApiResponse {
  const { answer, file, headers } = schemas;
  if (file !== undefined) {
    return {
      description: 'The file.',
      ...(headers === undefined ? {} : { headers: headersOf(book, headers) }),
      content: { [file.split(';')[0] ?? file]: {} },
    };
  }
  const envelope = z.object({ status: z.literal('success'), data: answer ?? z.null() });
  return { description: 'It went well.', content: { [JSON_TYPE]: { schema: book.of(envelope, 'output') } } };
}

function headersOf(book: SchemaBook, headers: z.ZodType): NonNullable<OpenApiResponse['headers']> {
  return Object.fromEntries(
    book
      .fieldsOf(headers)
      .map(({ name, required, schema: { description, ...schema } }) => [
        name,
        { description: String(description), required, schema },
      ]),
  );
}

function codesByStatus(codes: readonly ErrorCode[]): [number, ErrorCode[]][] {
  const byStatus = Map.groupBy(codes, (code) => ERROR_CODES[code].status);
  return [...byStatus].sort(([a], [b]) => a - b);
}

function errorResponse(book: SchemaBook, status: number, codes: readonly ErrorCode[]): OpenApiResponse {
  const error = book.of(z.object({ error: errorEnvelope }), 'output').properties as { error: object };
  return {
    description: codes.map((code) => `\`${code}\`: ${ERROR_CODES[code].meaning}`).join('\n\n'),
    ...(PASSING.has(status) ? { headers: RETRY_AFTER } : {}),
    content: {
      [JSON_TYPE]: { schema: { allOf: [error.error, { properties: { error_code: { enum: codes } } }] } },
    },
  };
}

const RETRY_AFTER: NonNullable<OpenApiResponse['headers']> = {
  'retry-after': {
    description: 'Seconds after which another try makes sense',
    required: false,
    schema: { type: 'integer', minimum: 0 },
  },
};
