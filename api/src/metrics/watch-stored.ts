import { Gauge } from 'prom-client';
import type { ServerContext } from '../context/operation-context.js';
import { WebhookDelivery } from '../webhook/webhook-delivery.entity.js';

const FRESH_MS = 10_000;

/** Has metrics tell what is stored: groups by state as of the last census, and webhooks' deliveries that wait. */
export function watchStored({
  metrics,
  census,
  database,
}: Pick<ServerContext, 'metrics' | 'census' | 'database'>): void {
  new Gauge({
    name: 'cairn_input_groups',
    help: 'Input groups by their stored state, counted a minute ago or, where there are millions, some minutes ago. A RESERVED one may be past its deadline.',
    labelNames: ['state'],
    registers: [metrics.registry],
    async collect() {
      for (const [state, amount] of Object.entries(await census.latest())) this.set({ state }, amount);
    },
  });
  const waiting = remembered(() => database.em.fork().count(WebhookDelivery, { state: 'WAITING' }));
  new Gauge({
    name: 'cairn_webhook_deliveries_waiting',
    help: 'Deliveries to webhooks that are still to be made or tried again.',
    registers: [metrics.registry],
    async collect() {
      this.set(await waiting());
    },
  });
}

/** Asks again only after a while, however often it is read. */
function remembered(ask: () => Promise<number>): () => Promise<number> {
  let until = Number.NEGATIVE_INFINITY;
  let answer: Promise<number> = Promise.resolve(0);
  return () => {
    if (performance.now() < until) return answer;
    until = performance.now() + FRESH_MS;
    answer = ask();
    answer.catch(() => {
      until = Number.NEGATIVE_INFINITY;
    });
    return answer;
  };
}
