import { type ClientRequest, request } from 'node:http';
import type { Asker, GraphqlAnswer } from '../../test/graphql-caller.js';
import { type Received, send } from '../../test/send.js';
import { sha256 } from '../../test/sha256.js';
import type { UploadKind } from '../resumable-upload.enums.js';

/** An upload as `beginUpload` answers it. */
export interface ShownUpload {
  readonly id: string;
  readonly offset: number;
  readonly complete: boolean;
  readonly beingSent: boolean;
  readonly url: string | null;
  readonly expiresAt: string;
}

const BEGIN = `mutation ($input: BeginUploadInput!) {
  beginUpload(input: $input) { id offset complete beingSent url expiresAt }
}`;

/** A server that is asked over HTTP. */
interface AskedServer {
  readonly url: string;
  ask(query: string, variables?: Record<string, unknown>, asker?: Asker): Promise<GraphqlAnswer>;
  get<T>(query: string, variables?: Record<string, unknown>, asker?: Asker): Promise<T>;
}

/** Sends uploads as a client does: by GraphQL and HTTP. */
export class UploadCaller {
  constructor(
    private readonly world: { readonly server: AskedServer },
    readonly token: string,
  ) {}

  begin(content: Buffer, kind: UploadKind = 'EXECUTION'): Promise<ShownUpload> {
    const input = { token: this.token, kind, size: content.length, sha256: sha256(content) };
    return this.world.server.get(BEGIN, { input });
  }

  /** The code of the refusal. */
  async refusal(input: Record<string, unknown>): Promise<unknown> {
    const { errors } = await this.world.server.ask(BEGIN, { input: { token: this.token, ...input } });
    return errors[0]?.extensions.code;
  }

  patch(url: string | null, offset: number | string, body: Buffer, more = {}): Promise<Received> {
    return send(this.address(url), { method: 'PATCH', headers: headersOf(offset, more), body });
  }

  /** The offset as HEAD tells it. */
  async offset(url: string | null): Promise<number> {
    const { headers } = await send(this.address(url), { method: 'HEAD' });
    return Number(headers['upload-offset']);
  }

  /** A request whose bytes the test writes itself. */
  open(url: string | null, offset: number): ClientRequest {
    const outgoing = request(this.address(url), {
      method: 'PATCH',
      headers: headersOf(offset),
      agent: false,
    });
    outgoing.on('error', () => {});
    outgoing.flushHeaders();
    return outgoing;
  }

  submit(uploadId: string, token = this.token): Promise<{ state: string }> {
    return this.world.server.get(
      'mutation ($input: SubmitExecutionInput!) { submitExecution(input: $input) { state } }',
      { input: { token, uploadId } },
    );
  }

  address(url: string | null): string {
    return this.world.server.url + url;
  }
}

function headersOf(offset: number | string, more = {}): Record<string, string> {
  return {
    'content-type': 'application/offset+octet-stream',
    'upload-offset': String(offset),
    'tus-resumable': '1.0.0',
    ...more,
  };
}

/** The error that REST answers with. */
export function errorOf({ status, body }: Received): unknown[] {
  return [status, (JSON.parse(body.toString()) as { error_code: string }).error_code];
}
