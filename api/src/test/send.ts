import { type IncomingHttpHeaders, request } from 'node:http';

/** A request as tests send it. */
export interface Sent {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
  /** Which of this machine's addresses it comes from: 127.0.0.1, 127.0.0.2 and so on are different donors. */
  readonly from?: string;
}

export interface Received {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Sends one HTTP request on a connection of its own. */
export function send(
  url: string,
  { method = 'GET', headers = {}, body, from }: Sent = {},
): Promise<Received> {
  return new Promise((resolve, reject) => {
    const options = { method, headers, agent: false, ...(from === undefined ? {} : { localAddress: from }) };
    const outgoing = request(url, options, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          body: Buffer.concat(chunks),
        }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
