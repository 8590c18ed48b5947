import { Gauge } from 'prom-client';
import type { ServerContext } from '../context/operation-context.js';
import { Execution } from '../execution/execution.entity.js';
import { WebhookDelivery } from '../webhook/webhook-delivery.entity.js';

const FRESH_MS = 10_000;

/** Has metrics tell what is stored: groups by state as of the last census, and what waits: webhooks' deliveries, and
 * reported executions. */
export function watchStored({
  metrics,
  census,
  database,
}: Pick<ServerContext, 'metrics' | 'census' | 'database'>): void {
  new Gauge({
    name: 'cairn_input_groups',
    help: 'Input groups by their stored state, counted at most ten seconds ago, or some minutes ago where there are very many programs. A RESERVED one may be past its deadline.',
    labelNames: ['state'],
    registers: [metrics.registry],
    async collect() {
      for (const [state, amount] of Object.entries(await census.latest()))
        this.set({ state: state.toUpperCase() }, amount);
    },
  });
  const checks = remembered(() => database.em.fork().count(Execution, { checkFrom: { $ne: null } }));
  new Gauge({
    name: 'cairn_execution_checks_waiting',
    help: 'Reported executions that the server is still to look at.',
    registers: [metrics.registry],
    async collect() {
      this.set(await checks());
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
