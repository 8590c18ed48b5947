import { randomUUID } from 'node:crypto';
import { isTransient } from '@cairn/tui-kit';
import { ValueStore } from '@cairn/tui-kit/screen';
import { isSessionOver } from '../account/session-over.js';
import type { Decision as Answer } from '../proofs/decide.js';
import type { Decision, DecisionVerdict } from './decision.js';
import type { DecisionJournal } from './decision-journal.js';

/** A decision that the server has not heard of. */
export interface HeldDecision {
  readonly decision: Decision;
  /** When it goes out, in milliseconds since 1970. */
  readonly dueAt: number;
  /** It is on its way, and cannot be taken back any more. */
  readonly sending: boolean;
  /** Why the last attempt failed; it is tried again. */
  readonly trouble?: string;
}

/** What came of a decision, or of a part of it: the server's answers, or why it could not be sent at all. */
export type DecisionOutcome =
  | { readonly decision: Decision; readonly answers: readonly Answer[] }
  | { readonly decision: Decision; readonly failure: unknown };

/** Proofs that one request decides on. */
const AT_ONCE = 100;

/** What a queue works with. */
export interface QueueParts {
  readonly journal: DecisionJournal;
  /** Saves what has to be saved, and tells the server, of a hundred proofs at most. */
  readonly send: (verdict: DecisionVerdict, proofIds: string[]) => Promise<readonly Answer[]>;
  readonly onOutcome: (outcome: DecisionOutcome) => void;
  /** How long a decision can be taken back. */
  readonly holdMs: number;
  readonly retryMs?: number;
}

const RETRY_MS = 5000;

/** Holds decisions for some seconds, in which they can be taken back; sends them one after the other. */
export class DecisionQueue {
  readonly held = new ValueStore<readonly HeldDecision[]>([]);
  readonly #parts: QueueParts;
  #timer: NodeJS.Timeout | undefined;
  #sending: Promise<void> | undefined;
  #closed = false;

  constructor(parts: QueueParts) {
    this.#parts = parts;
  }

  /** Takes over what earlier clients left. @returns how many decisions */
  async adopt(): Promise<number> {
    const left = await this.#parts.journal.adopt();
    for (const decision of left) this.#hold(decision);
    return left.length;
  }

  /** Holds a decision once it is in the journal. */
  async add(verdict: DecisionVerdict, proofIds: readonly string[]): Promise<void> {
    const madeAt = new Date().toISOString();
    const made = { id: randomUUID(), verdict, proofIds: [...proofIds], madeAt, pid: process.pid };
    await this.#parts.journal.keep(made);
    this.#hold(made);
  }

  /** Takes the last decision back, unless it is on its way. @returns which it was */
  async undo(): Promise<Decision | undefined> {
    const last = this.held.get().findLast(({ sending }) => !sending);
    if (last === undefined) return undefined;
    this.#drop(last.decision.id);
    await this.#parts.journal.remove(last.decision.id);
    return last.decision;
  }

  /** Sends everything now. What cannot be sent stays in the journal. @returns how many decisions those are */
  async close(): Promise<number> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#sending;
    let isAway = false;
    for (const { decision } of this.held.get()) {
      // A server that cannot be reached now will not be reached a moment later either.
      if (!isAway) await this.#send(decision);
      const left = this.held.get().find((one) => one.decision.id === decision.id);
      if (left === undefined) continue;
      isAway = true;
      await this.#parts.journal.release(left.decision);
    }
    return this.held.get().length;
  }

  #hold(decision: Decision): void {
    const dueAt = Date.now() + this.#parts.holdMs;
    this.held.update((held) => [...held, { decision, dueAt, sending: false }]);
    this.#schedule();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    if (this.#closed || this.#sending !== undefined) return;
    const due = Math.min(...this.held.get().map(({ dueAt }) => dueAt));
    if (!Number.isFinite(due)) return;
    this.#timer = setTimeout(() => this.#sendDue(), Math.max(0, due - Date.now()));
  }

  #sendDue(): void {
    const due = this.held.get().find(({ dueAt }) => dueAt <= Date.now());
    if (due === undefined) {
      this.#schedule();
      return;
    }
    this.#sending = this.#send(due.decision).finally(() => {
      this.#sending = undefined;
      this.#schedule();
    });
  }

  /** What the server has heard leaves the journal at once, part by part. */
  async #send(decision: Decision): Promise<void> {
    this.#change(decision.id, { sending: true });
    let left = decision;
    while (left.proofIds.length > 0) {
      const part = { ...left, proofIds: left.proofIds.slice(0, AT_ONCE) };
      try {
        const answers = await this.#parts.send(part.verdict, part.proofIds);
        left = { ...left, proofIds: left.proofIds.slice(AT_ONCE) };
        await this.#heard(left);
        this.#parts.onOutcome({ decision: part, answers });
      } catch (failure) {
        if (isPassing(failure)) return this.#retry(left.id, failure);
        await this.#heard({ ...left, proofIds: [] });
        this.#parts.onOutcome({ decision: left, failure });
        return;
      }
    }
  }

  async #heard(left: Decision): Promise<void> {
    if (left.proofIds.length > 0) {
      await this.#parts.journal.keep(left);
      this.#change(left.id, { decision: left });
    } else {
      await this.#parts.journal.remove(left.id);
      this.#drop(left.id);
    }
  }

  #retry(id: string, failure: Error): void {
    const dueAt = Date.now() + (this.#parts.retryMs ?? RETRY_MS);
    this.#change(id, { sending: false, trouble: failure.message, dueAt });
  }

  #drop(id: string): void {
    this.held.update((held) => held.filter(({ decision }) => decision.id !== id));
  }

  #change(id: string, change: Partial<HeldDecision>): void {
    this.held.update((held) => held.map((one) => (one.decision.id === id ? { ...one, ...change } : one)));
  }
}

/** Whether it may go out later: the server is away, or somebody has to log in again. */
function isPassing(failure: unknown): failure is Error {
  return isTransient(failure) || isSessionOver(failure);
}
