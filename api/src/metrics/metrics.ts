import { isDomainError } from '@cairn/shared-schema';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { CheckOutcome } from '../execution/check-reported.js';
import type { ProverLoad } from '../prover/prover.js';
import { NO_SPANS, type Spans } from '../spans/spans.js';

/** Seconds that tell quick requests from uploads, and a quick verification from one that waits. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** What one server counts, for Prometheus. No name, address or id of anybody is among it. */
export class Metrics {
  readonly registry = new Registry();

  constructor(private readonly spans: Spans = NO_SPANS) {}

  readonly #requests = new Histogram({
    name: 'cairn_http_request_seconds',
    help: 'Requests by method, route and status, and how long they took.',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [this.registry],
  });

  /** Of each kind of request: finding the labels again takes longer than counting. */
  readonly #observers = new Map<string, { observe(seconds: number): void }>();

  readonly #operations = new Counter({
    name: 'cairn_operations_total',
    help: 'Operations of either face by name and outcome: claims are reserveInputGroup, the life of input groups is submitExecution, submitProof, confirmProofs and so on. The outcome is ok or the code of the error.',
    labelNames: ['operation', 'outcome'],
    registers: [this.registry],
  });

  readonly #verifications = new Histogram({
    name: 'cairn_verification_seconds',
    help: 'Verifications of proofs by outcome (valid, the reason of the refusal, or not_judged), waiting included.',
    labelNames: ['outcome'],
    buckets: SECONDS,
    registers: [this.registry],
  });

  readonly #expired = new Counter({
    name: 'cairn_reservations_expired_total',
    help: 'Reservations whose deadline passed.',
    registers: [this.registry],
  });

  readonly #webhooks = new Counter({
    name: 'cairn_webhook_attempts_total',
    help: 'Attempts to deliver to a webhook by outcome: delivered, or failed.',
    labelNames: ['outcome'],
    registers: [this.registry],
  });

  readonly #executionChecks = new Counter({
    name: 'cairn_execution_checks_total',
    help: "The server's own looks at executions that donors reported, by outcome: discarded, sound, not_judged (a limit or a failure), proven (meanwhile), gone (discarded or replaced meanwhile).",
    labelNames: ['outcome'],
    registers: [this.registry],
  });

  /** Counts a request that was answered. @param route - the pattern, not the path. */
  request(method: string, route: string, status: number, seconds: number): void {
    const key = `${method} ${status} ${route}`;
    let observer = this.#observers.get(key);
    if (observer === undefined) {
      observer = this.#requests.labels({ method, route, status });
      this.#observers.set(key, observer);
    }
    observer.observe(seconds);
  }

  /** Runs an operation, as a span where they are sent, and counts how it ended. */
  async operation<T>(operation: string, run: () => Promise<T>): Promise<T> {
    let outcome = 'ok';
    try {
      return await this.spans.operation(operation, run);
    } catch (error) {
      outcome = isDomainError(error) ? error.code : 'INTERNAL_SERVER_ERROR';
      throw error;
    } finally {
      this.#operations.inc({ operation, outcome });
    }
  }

  verification(outcome: string, seconds: number): void {
    this.#verifications.observe({ outcome }, seconds);
  }

  webhookAttempt(outcome: 'delivered' | 'failed'): void {
    this.#webhooks.inc({ outcome });
  }

  executionCheck(outcome: CheckOutcome): void {
    this.#executionChecks.inc({ outcome });
  }

  reservationsExpired(count: number): void {
    this.#expired.inc(count);
  }

  /** Asks a prover for its queues whenever metrics are read. */
  watchQueues(load: () => ProverLoad): void {
    new Gauge({
      name: 'cairn_prover_jobs',
      help: 'Jobs of the prover by kind that run, and that wait.',
      labelNames: ['kind', 'state'],
      registers: [this.registry],
      collect() {
        for (const [kind, queue] of Object.entries(load()))
          for (const [state, jobs] of Object.entries(queue)) this.set({ kind, state }, Number(jobs));
      },
    });
  }
}
