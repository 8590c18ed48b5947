import type { z } from 'zod';
import type { OwnerLevel } from '../access/access-table.js';
import type { OperationContext } from '../context/operation-context.js';
import type { FileAnswer } from './files/file-answer.js';
import type { FormReader } from './uploads/read-form.js';

/** Who may call a route: anyone, or an organization with a token in the header `token` that allows it. */
export type RestAccess = 'public' | OwnerLevel;

/** What every route states about itself; an OpenAPI document can be made of it. */
export interface RouteFacts {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** With parameters in braces: `/program/proof/{program_id}/{input_group_id}`. */
  readonly path: string;
  /** One line for an integrator. */
  readonly summary: string;
  readonly access: RestAccess;
  /** True when the request changes something, also for a GET that reserves: browsers of other sites are refused. */
  readonly changes: boolean;
}

/** The parts of a request as they came, not checked yet. */
export interface RestRequest {
  readonly ctx: OperationContext;
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly form: FormReader;
  /** Runs when the connection breaks before the whole answer has been sent. */
  readonly onBrokenOff: (run: () => Promise<void>) => void;
}

/** What the schemas of a route describe, for OpenAPI. */
export interface RouteSchemas {
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  /** JSON body. */
  readonly body?: z.ZodType;
  /** The part `data` of a form that also has a part `file`. */
  readonly form?: z.ZodType;
  /** `data` of the envelope; absent when the answer is a file. */
  readonly answer?: z.ZodType;
  /** Content type of an answer that is a file. */
  readonly file?: string;
}

export type RestAnswer =
  | { readonly kind: 'data'; readonly data: unknown }
  | { readonly kind: 'file'; readonly file: FileAnswer };

/** One route: its facts, its schemas, and what it does. */
export interface RestRoute extends RouteFacts {
  readonly schemas: RouteSchemas;
  readonly run: (request: RestRequest) => Promise<RestAnswer>;
}
