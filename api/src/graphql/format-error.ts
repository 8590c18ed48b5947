import { unwrapResolverError } from '@apollo/server/errors';
import { type DomainError, isDomainError } from '@cairn/shared-schema';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { maskedDefect } from '../http/masked-defect.js';

/** Codes of errors about the request itself, which GraphQL's own parts raise and word. */
const REQUEST_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
]);

/** What is logged of an error that is not shown. */
export type ReportDefect = (error: unknown) => void;

/**
 * What a caller sees of an error: a domain error with its code and facts, an error about the request as it is, and of
 * anything else only that it happened. That is reported whole.
 */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  reportDefect: ReportDefect,
): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  if (isDomainError(original)) return shown(formatted, original);
  const code = formatted.extensions?.code;
  if (code === 'BAD_USER_INPUT') return withCode(formatted, 'INVALID_REQUEST');
  if (typeof code === 'string' && REQUEST_CODES.has(code)) return withCode(formatted, code);
  if (isUploadError(original)) return withCode(formatted, 'INVALID_REQUEST');
  // A scalar refused a value, in a literal or a variable: graphql-js made it, and nothing lies behind it.
  if (
    original instanceof GraphQLError &&
    original.originalError === undefined &&
    original.path === undefined
  ) {
    return withCode(formatted, 'INVALID_REQUEST');
  }
  reportDefect(original);
  return shown(formatted, maskedDefect());
}

function shown(formatted: GraphQLFormattedError, error: DomainError): GraphQLFormattedError {
  return {
    ...places(formatted),
    message: error.message,
    extensions: extensionsOf(error),
  };
}

/** The code, what to do (`help`), and the facts. */
export function extensionsOf({ code, help, details }: DomainError): Record<string, unknown> {
  return { ...details, ...(help === undefined ? {} : { help }), code };
}

function withCode(formatted: GraphQLFormattedError, code: string): GraphQLFormattedError {
  return { ...places(formatted), message: formatted.message, extensions: { code } };
}

function places({ locations, path }: GraphQLFormattedError): Partial<GraphQLFormattedError> {
  return { ...(locations === undefined ? {} : { locations }), ...(path === undefined ? {} : { path }) };
}

/** graphql-upload-minimal's errors: the sender broke off, or sent a body that is no multipart request. */
function isUploadError(error: unknown): boolean {
  if (!(error instanceof Error) || !('status' in error)) return false;
  return typeof error.status === 'number' && error.status >= 400 && error.status < 500;
}
