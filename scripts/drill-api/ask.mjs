import { request } from 'node:http';

/** The server died before it had answered: what was asked for may have happened, or not. */
export class Unanswered extends Error {}

/** What the server says when something in it is broken; a crash must never lead here. */
export class Defect extends Error {}

/** A file among the variables of a question. */
export class Upload {
  /** @param {Buffer | string} content */
  constructor(content) {
    this.content = Buffer.from(content);
  }
}

/**
 * @typedef {object} Asker
 * @property {string} url
 * @property {string} [token] of a session
 * @property {string} [from] which of this machine's addresses it comes from: each is a donor of its own
 *
 * @typedef {{ data: any, code?: undefined } | { data?: undefined, code: string, message: string }} Answer
 */

/**
 * Asks by GraphQL, on a connection of its own.
 * @param {Asker} asker
 * @param {string} query
 * @param {Record<string, unknown>} [variables] with each {@link Upload} at most two levels deep
 * @returns {Promise<Answer>} data, or the code of a refusal
 * @throws Unanswered, Defect
 */
export async function ask({ url, token, from }, query, variables = {}) {
  const { body, headers } = await encode(query, variables);
  const session = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const { status, text } = await post(`${url}/graphql`, { ...headers, ...session }, body, from);
  const { data, errors } = parse(status, text);
  if (errors === undefined) return { data };
  const [error] = errors;
  const code = error?.extensions?.code ?? 'none';
  const message = `${query.trim().slice(0, 60)}: ${code}: ${error?.message}`;
  if (status >= 500 && code !== 'SERVER_BUSY') throw new Defect(message);
  if (['INTERNAL_SERVER_ERROR', 'INVALID_REQUEST', 'GRAPHQL_VALIDATION_FAILED', 'none'].includes(code)) {
    throw new Defect(message);
  }
  return { code, message };
}

/**
 * @param {number} status
 * @param {string} text
 * @returns {{ data?: any, errors?: { message: string, extensions?: { code?: string } }[] }}
 */
function parse(status, text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Defect(`HTTP ${status}, and no JSON: ${text.slice(0, 200)}`);
  }
}

/**
 * @param {string} query
 * @param {Record<string, unknown>} variables
 */
async function encode(query, variables) {
  /** @type {[string, Upload][]} */
  const files = [];
  const plain = lift(variables, 'variables', files);
  const operations = JSON.stringify({ query, variables: plain });
  if (files.length === 0)
    return { body: Buffer.from(operations), headers: { 'content-type': 'application/json' } };
  const form = new FormData();
  form.append('operations', operations);
  form.append('map', JSON.stringify(Object.fromEntries(files.map(([path], index) => [index, [path]]))));
  for (const [index, [, file]] of files.entries()) {
    form.append(String(index), new Blob([new Uint8Array(file.content)]), 'file');
  }
  const whole = new Request('http://localhost', { method: 'POST', body: form });
  const type = whole.headers.get('content-type') ?? '';
  const headers = { 'content-type': type, 'apollo-require-preflight': 'true' };
  return { body: Buffer.from(await whole.arrayBuffer()), headers };
}

/**
 * Puts null where a file stands and notes the place.
 * @param {unknown} value
 * @param {string} path
 * @param {[string, Upload][]} files
 * @returns {unknown}
 */
function lift(value, path, files) {
  if (value instanceof Upload) {
    files.push([path, value]);
    return null;
  }
  if (Array.isArray(value)) return value.map((item, index) => lift(item, `${path}.${index}`, files));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, lift(item, `${path}.${key}`, files)]),
  );
}

/**
 * @param {string} url
 * @param {Record<string, string>} headers
 * @param {Buffer} body
 * @param {string | undefined} from
 * @returns {Promise<{ status: number, text: string }>}
 */
function post(url, headers, body, from) {
  return new Promise((resolve, reject) => {
    const lost = (/** @type {Error} */ cause) => reject(new Unanswered('The server is gone.', { cause }));
    const place = from === undefined ? {} : { localAddress: from };
    const length = String(body.length);
    const options = {
      method: 'POST',
      agent: false,
      headers: { ...headers, 'content-length': length },
      ...place,
    };
    const outgoing = request(url, options, (incoming) => {
      let text = '';
      incoming.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      incoming.on('error', lost);
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, text }));
    });
    outgoing.on('error', lost);
    outgoing.end(body);
  });
}
