import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import WebSocket, { type RawData } from 'ws';

/** A message of the graphql-ws protocol, as it is sent. */
export interface Message {
  readonly type: string;
  readonly id?: string;
  readonly payload?: unknown;
}

/** A peer that speaks graphql-ws by hand, and may break its rules. */
export class RawSubscriber {
  readonly heard: Message[] = [];
  readonly #waiting = new Set<() => void>();

  private constructor(readonly ws: WebSocket) {
    ws.on('message', (data: RawData) => {
      this.heard.push(JSON.parse(String(data)) as Message);
      for (const look of this.#waiting) look();
    });
    ws.on('error', () => {});
  }

  /** Connects, or tells the status that the upgrade was answered with, and its text. */
  static async connect(url: string, from = '127.0.0.1'): Promise<RawSubscriber> {
    const target = `${url.replace('http', 'ws')}/graphql`;
    const ws = new WebSocket(target, 'graphql-transport-ws', { localAddress: from });
    const refused = once(ws, 'unexpected-response') as Promise<[unknown, IncomingMessage]>;
    const first = await Promise.race([once(ws, 'open'), refused]);
    const answer = first[1] as IncomingMessage | undefined;
    if (answer !== undefined) throw new Error(`${answer.statusCode} ${await textOf(answer)}`);
    const subscriber = new RawSubscriber(ws);
    subscriber.say({ type: 'connection_init' });
    await subscriber.hears(({ type }) => type === 'connection_ack');
    return subscriber;
  }

  say(message: Message): void {
    this.ws.send(JSON.stringify(message));
  }

  subscribe(id: string, query: string): void {
    this.say({ type: 'subscribe', id, payload: { query } });
  }

  /** The first message of this kind, of those that came and those that come. */
  async hears(wanted: (message: Message) => boolean): Promise<Message> {
    for (;;) {
      const found = this.heard.find(wanted);
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => {
        const look = () => {
          this.#waiting.delete(look);
          resolve();
        };
        this.#waiting.add(look);
      });
    }
  }

  async close(): Promise<void> {
    const closed = once(this.ws, 'close');
    this.ws.close();
    await closed;
  }
}

async function textOf(answer: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of answer) text += String(chunk);
  return text;
}
