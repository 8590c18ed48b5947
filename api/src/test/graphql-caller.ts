import { type Received, send } from './send.js';

/** What GraphQL answers. */
export interface GraphqlAnswer {
  readonly status: number;
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: readonly GraphqlAnswerError[];
}

export interface GraphqlAnswerError {
  readonly message: string;
  readonly extensions: Record<string, unknown>;
  readonly path?: readonly (string | number)[];
}

/** Who asks. */
export interface Asker {
  readonly token?: string | undefined;
  readonly from?: string | undefined;
}

/** A file among the variables of a query. */
export class TestFile {
  constructor(
    readonly content: string | Buffer,
    readonly filename = 'file',
  ) {}
}

/** Asks a server by GraphQL, as multipart where a variable is a file. */
export async function askGraphql(
  url: string,
  query: string,
  variables: Record<string, unknown> = {},
  { token, from }: Asker = {},
): Promise<GraphqlAnswer> {
  const files: [string, TestFile][] = [];
  const plain = liftFiles(variables, 'variables', files);
  const operations = JSON.stringify({ query, variables: plain });
  const { body, headers } = files.length === 0 ? jsonBody(operations) : await multipart(operations, files);
  const received = await send(`${url}/graphql`, {
    method: 'POST',
    body,
    headers: { ...headers, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
    ...(from === undefined ? {} : { from }),
  });
  return parseAnswer(received);
}

/**
 * The one thing that was asked for.
 * @throws Error when that did not go well
 */
export function onlyOne<T>({ data, errors }: GraphqlAnswer): T {
  if (errors.length > 0) throw new Error(`GraphQL answered ${JSON.stringify(errors)}`);
  return Object.values(data ?? {})[0] as T;
}

function parseAnswer({ status, body }: Received): GraphqlAnswer {
  const { data, errors = [] } = JSON.parse(body.toString()) as Partial<GraphqlAnswer>;
  return { status, data, errors };
}

function jsonBody(operations: string) {
  return { body: Buffer.from(operations), headers: { 'content-type': 'application/json' } };
}

async function multipart(operations: string, files: readonly [string, TestFile][]) {
  const form = new FormData();
  form.append('operations', operations);
  form.append('map', JSON.stringify(Object.fromEntries(files.map(([path], index) => [index, [path]]))));
  for (const [index, [, file]] of files.entries()) {
    const content = typeof file.content === 'string' ? file.content : new Uint8Array(file.content);
    form.append(String(index), new Blob([content]), file.filename);
  }
  const request = new Request('http://localhost', { method: 'POST', body: form });
  const type = request.headers.get('content-type') ?? '';
  return {
    body: Buffer.from(await request.arrayBuffer()),
    headers: { 'content-type': type, 'apollo-require-preflight': 'true' },
  };
}

/** Puts null where a file stands and notes the place. */
function liftFiles(value: unknown, path: string, files: [string, TestFile][]): unknown {
  if (value instanceof TestFile) {
    files.push([path, value]);
    return null;
  }
  if (Array.isArray(value)) return value.map((item, index) => liftFiles(item, `${path}.${index}`, files));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, liftFiles(item, `${path}.${key}`, files)]),
  );
}
