import { setTimeout as pause } from 'node:timers/promises';
import { ServerGreetingDocument, type ServerGreetingQuery } from '@cairn/shared-schema/org';
import { type Reach, ValueStore } from '@cairn/tui-kit/screen';
import type { Workplace } from '../../cli/workplace.js';

/** What a server says of itself to whoever is not signed in. */
export type Greeting = ServerGreetingQuery['serverInfo'];

const AGAIN_MS = 10_000;
const RETRY_MS = 2000;

/** Asks the server who it is, again and again: there is no subscription for those who are not signed in. */
export class GreetingFeed {
  readonly reach = new ValueStore<Reach>('connecting');
  readonly greeting = new ValueStore<Greeting | undefined>(undefined);

  constructor(private readonly place: Pick<Workplace, 'server'>) {}

  /** @param signal ends it */
  async ask(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        const answer = await this.place.server.anonymous.request(ServerGreetingDocument, {}, { signal });
        this.greeting.set(answer.serverInfo);
        this.reach.set('connected');
      } catch {
        if (!signal.aborted) this.reach.set('lost');
      }
      const wait = this.reach.get() === 'connected' ? AGAIN_MS : RETRY_MS;
      await pause(wait, undefined, { signal }).catch(() => {});
    }
  }
}
