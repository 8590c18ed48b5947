import { z } from 'zod';
import { ACCESS } from '../access/access-table.js';
import type { OperationContext } from '../context/operation-context.js';
import type { UploadSource } from '../context/upload-source.js';
import type { FileAnswer } from './files/file-answer.js';
import { parseInput } from './parse-input.js';
import type { RestAccess, RestRequest, RestRoute, RouteFacts, UploadSchema } from './rest-route.js';

/** A checked request as handlers see it. */
export interface RestCall<Params, Query, Body> {
  readonly ctx: OperationContext;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly onBrokenOff: RestRequest['onBrokenOff'];
}

interface RouteInputs<Params, Query, Body> {
  readonly params?: z.ZodType<Params>;
  readonly query?: z.ZodType<Query>;
  readonly body?: z.ZodType<Body>;
}

type Nothing = Record<never, never>;

/** A route that answers JSON in the envelope. */
export function jsonRoute<Params = Nothing, Query = Nothing, Body = Nothing, Answer = null>(
  facts: RouteFacts,
  schemas: RouteInputs<Params, Query, Body> & { readonly answer: z.ZodType<Answer> },
  handle: (call: RestCall<Params, Query, Body>) => Promise<Answer>,
): RestRoute {
  return {
    ...facts,
    access: accessOf(facts),
    schemas,
    run: async (request) => ({ kind: 'data', data: await handle(checkCall(schemas, request)) }),
  };
}

/** A route that answers with a file. */
export function fileRoute<Params = Nothing, Query = Nothing, Body = Nothing>(
  facts: RouteFacts,
  schemas: RouteInputs<Params, Query, Body> & { readonly file: string; readonly headers?: z.ZodType },
  handle: (call: RestCall<Params, Query, Body>) => Promise<FileAnswer>,
): RestRoute {
  return {
    ...facts,
    access: accessOf(facts),
    schemas,
    run: async (request) => ({ kind: 'file', file: await handle(checkCall(schemas, request)) }),
  };
}

/** What an upload route says of its file. */
export interface UploadedFile extends UploadSchema {
  /** For messages: "The program archive". */
  readonly what: string;
  readonly maxBytes: (ctx: OperationContext) => number;
}

/** A route that takes a form with the parts `file` and `data`, in either order. */
export function uploadRoute<Data, Params = Nothing, Answer = null>(
  facts: RouteFacts,
  schemas: {
    readonly params?: z.ZodType<Params>;
    readonly form: z.ZodType<Data>;
    readonly answer: z.ZodType<Answer>;
  },
  file: UploadedFile,
  handle: (call: RestCall<Params, Nothing, Nothing>, data: Data, file: UploadSource) => Promise<Answer>,
): RestRoute {
  return {
    ...facts,
    access: accessOf(facts),
    schemas: { ...schemas, upload: file },
    run: async (request) => {
      const call = checkCall<Params, Nothing, Nothing>(schemas, request);
      const limits = { what: file.what, maxBytes: file.maxBytes(request.ctx) };
      const data = await request.form(limits, (sent, source) =>
        handle(call, parseInput(schemas.form, sent, 'data'), source),
      );
      return { kind: 'data', data };
    },
  };
}

function accessOf({ operation }: RouteFacts): RestAccess {
  return operation === null ? 'public' : ACCESS[operation];
}

function checkCall<Params, Query, Body>(
  schemas: RouteInputs<Params, Query, Body>,
  request: RestRequest,
): RestCall<Params, Query, Body> {
  const nothing = z.custom<never>();
  return {
    ctx: request.ctx,
    params: parseInput(schemas.params ?? nothing, request.params, 'path'),
    query: parseInput(schemas.query ?? nothing, request.query, 'query'),
    body: parseInput(schemas.body ?? nothing, request.body, 'body'),
    onBrokenOff: request.onBrokenOff,
  };
}
