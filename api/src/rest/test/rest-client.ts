import { checkAnswer } from './check-answer.js';

/** What REST answers: the envelope of a success or of an error. */
export interface Envelope {
  status: string;
  data?: unknown;
  error_code?: string;
  error_message?: string;
}

export interface Answer {
  readonly status: number;
  readonly envelope: Envelope;
}

/** Sends requests as a client of the REST face does. */
export class RestClient {
  constructor(
    readonly base: string,
    readonly token?: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /** The same client with a session. */
  async loggedIn(username: string): Promise<RestClient> {
    await this.json('POST', '/account/register', {
      username,
      password: 'a long password',
      name: username,
      description: '',
    });
    const { envelope } = await this.json('POST', '/account/login', { username, password: 'a long password' });
    const { basic_token: basic } = envelope.data as { basic_token: { token: string } };
    return new RestClient(this.base, basic.token);
  }

  /** Every answer is held against the OpenAPI document. */
  async raw(method: string, path: string, init: RequestInit = {}): Promise<Response> {
    const token = this.token === undefined ? {} : { token: this.token };
    const headers = { ...token, ...this.headers, ...init.headers };
    const response = await fetch(this.base + path, { ...init, method, headers });
    await checkAnswer(method, path, response.clone());
    return response;
  }

  async json(method: string, path: string, body?: unknown): Promise<Answer> {
    return read(await this.sendJson(method, path, body));
  }

  sendJson(method: string, path: string, body?: unknown): Promise<Response> {
    if (body === undefined) return this.raw(method, path);
    const headers = { 'content-type': 'application/json' };
    return this.raw(method, path, { body: JSON.stringify(body), headers });
  }

  /** Uploads a file with its data, the data first or last. */
  async upload(path: string, file: Uint8Array | string, data: unknown, order?: FormOrder): Promise<Answer> {
    return read(await this.sendForm(path, file, data, order));
  }

  sendForm(
    path: string,
    file: Uint8Array | string,
    data: unknown,
    order: FormOrder = 'data first',
  ): Promise<Response> {
    const form = new FormData();
    const text = typeof data === 'string' ? data : JSON.stringify(data);
    if (order === 'data first') form.append('data', text);
    form.append('file', new Blob([typeof file === 'string' ? file : new Uint8Array(file)]), 'upload');
    if (order === 'file first') form.append('data', text);
    return this.raw('POST', path, { body: form });
  }
}

type FormOrder = 'data first' | 'file first';

async function read(response: Response): Promise<Answer> {
  return { status: response.status, envelope: (await response.json()) as Envelope };
}
