import type { ErrorCode } from '@cairn/shared-schema';
import type { z } from 'zod';
import type { OperationsFor, OwnerLevel } from '../access/access-table.js';
import type { OperationContext } from '../context/operation-context.js';
import type { FileAnswer } from './files/file-answer.js';
import type { FormReader } from './uploads/read-form.js';

/** Who may call a route: anyone, or an organization with a token in the header `token` that allows it. */
export type RestAccess = 'public' | OwnerLevel;

/** What every route states about itself; the OpenAPI document is made of it. */
export interface RouteFacts {
  /** Name of the operation, unique. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** With parameters in braces: `/program/proof/{program_id}/{input_group_id}`. */
  readonly path: string;
  /** One line for an integrator. */
  readonly summary: string;
  /** What else there is to know; Markdown. */
  readonly description?: string;
  /**
   * The operation that it calls, or whose answers it gives in a form of its own: who may call it stands in the access table.
   * Null for what is no operation, and for anyone.
   */
  readonly operation: OperationsFor<RestAccess> | null;
  /** True when the request changes something, also for a GET that reserves: browsers of other sites are refused. */
  readonly changes: boolean;
  /** The errors of this route in particular; those that come with its kind are added by `errorsOf`. */
  readonly errors: readonly ErrorCode[];
}

/** The part `file` of a form. */
export interface UploadSchema {
  readonly contentType: string;
  readonly description: string;
}

/** The parts of a request as they came, not checked yet. */
export interface RestRequest {
  readonly ctx: OperationContext;
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly form: FormReader;
  /** Runs when the connection breaks before the whole answer has been sent; at once where it has broken already. */
  readonly onBrokenOff: (run: () => Promise<void>) => void;
}

/** What the schemas of a route describe, for OpenAPI. */
export interface RouteSchemas {
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  /** JSON body. */
  readonly body?: z.ZodType;
  /** The part `data` of a form. */
  readonly form?: z.ZodType;
  /** The part `file` of the same form. */
  readonly upload?: UploadSchema;
  /** `data` of the envelope; absent when the answer is a file. */
  readonly answer?: z.ZodType;
  /** Content type of an answer that is a file. */
  readonly file?: string;
  /** Headers of the answer that carry more than HTTP's own. */
  readonly headers?: z.ZodType;
}

export type RestAnswer =
  | { readonly kind: 'data'; readonly data: unknown }
  | { readonly kind: 'file'; readonly file: FileAnswer };

/** One route: its facts, its schemas, and what it does. */
export interface RestRoute extends RouteFacts {
  readonly access: RestAccess;
  readonly schemas: RouteSchemas;
  readonly run: (request: RestRequest) => Promise<RestAnswer>;
}

/** A path as Fastify spells it. */
export function routeUrl(path: string): string {
  return path.replace(/\{(\w+)\}/gu, ':$1');
}
