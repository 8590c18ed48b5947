import type { ProofState } from '@cairn/shared-schema/org';
import { line, type Question, ValueStore } from '@cairn/tui-kit/screen';
import type { Decision } from '../../decisions/decision.js';
import { type DecisionJournal, decisionJournal } from '../../decisions/decision-journal.js';
import { type DecisionOutcome, DecisionQueue } from '../../decisions/decision-queue.js';
import { sendAgain } from '../../decisions/send-decision.js';
import { takeOverEarlier } from '../../decisions/take-over-earlier.js';
import { inPool } from '../../pool/in-pool.js';
import { EvidenceFiles } from '../../proofs/evidence-files.js';
import { hasProof, readProof } from '../../proofs/select-proofs.js';
import type { Desk } from '../desk/desk.js';
import { quietPlace } from '../desk/quiet-place.js';
import { problemOf } from '../problem-of.js';
import { Automatic } from './automatic.js';
import { DetailsFeed } from './details-feed.js';
import { InboxFeed } from './inbox-feed.js';
import { Verifier } from './verifier.js';

/** How long a decision can be taken back, in milliseconds. */
const HOLD_MS = 5000;
/** How long sending may take once the screen is closed, in milliseconds. */
const FAREWELL_MS = 30_000;

/** What the page Triage keeps and does, as long as an organization is signed in. */
export class TriageWork {
  readonly feed: InboxFeed;
  readonly details: DetailsFeed;
  readonly verifier: Verifier;
  readonly queue: DecisionQueue;
  readonly automatic: Automatic;
  /** Ids of the proofs that are marked. */
  readonly marked = new ValueStore<ReadonlySet<string>>(new Set());
  /** What the person should hear of, the newest: a refusal, a proof that could not be saved. */
  readonly news = new ValueStore<string | undefined>(undefined);
  readonly #desk: Desk;
  readonly #journal: DecisionJournal;
  #hasBegun = false;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.feed = new InboxFeed(desk.place, desk.live);
    this.details = new DetailsFeed(desk.place);
    this.verifier = new Verifier(desk.place, (one) => this.feed.judged(one));
    this.#journal = decisionJournal(desk.place.folder, desk.session.organization.id);
    this.queue = new DecisionQueue({
      journal: this.#journal,
      send: (verdict, ids) => this.#send(verdict, ids),
      onOutcome: (outcome) => this.#heard(outcome),
      holdMs: HOLD_MS,
    });
    const { feed, verifier, queue } = this;
    const onProblem = (error: unknown): void => this.news.set(problemOf(error));
    this.automatic = new Automatic({ feed, verifier, queue, onProblem });
    desk.farewells.add(() => this.#close());
  }

  /** Begins when somebody looks at the page for the first time. */
  begin(): void {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    this.feed.show('SUBMITTED');
    void this.#adopt();
  }

  mark(ids: readonly string[], isMarked: boolean): void {
    this.marked.update((before) => {
      const after = new Set(before);
      for (const id of ids) {
        if (isMarked) after.add(id);
        else after.delete(id);
      }
      return after;
    });
  }

  /** What is asked before the screen is closed. Decisions need no question: they are sent on the way out. */
  quitQuestion(): Question | undefined {
    if (!this.verifier.isRunning && !this.automatic.isOn.get()) return undefined;
    return {
      title: this.automatic.isOn.get() ? 'End the automatic mode?' : 'Quit while proofs are verified?',
      lines: [line('What was found out is kept: V goes on with the rest the next time.')],
      yes: 'Quit',
    };
  }

  /** What is the account's own for sure does not wait for what the server has to be asked about. */
  async #adopt(): Promise<void> {
    const { folder, server } = this.#desk.place;
    try {
      await this.#adoptLeft();
      await takeOverEarlier(folder, this.#journal, (proofId) => hasProof(server, proofId));
      await this.#adoptLeft();
    } catch (error) {
      this.news.set(problemOf(error));
    }
  }

  async #adoptLeft(): Promise<void> {
    const count = await this.queue.adopt();
    if (count > 0) this.news.set(`${count} of your earlier decisions had not been sent: they go out now`);
  }

  /** A proof is saved, whole, before the server is told to delete its own. */
  async #send(verdict: Decision['verdict'], ids: string[]) {
    const { place } = this.#desk;
    // The screen may be closing: what was decided still goes out.
    const lasting = quietPlace(place, { signal: AbortSignal.timeout(FAREWELL_MS) });
    if (verdict.kind === 'confirm') {
      const files = new EvidenceFiles(lasting);
      await inPool(ids, place.width, async (id) =>
        files.proof(this.feed.find(id) ?? (await readProof(place.server, id))),
      );
    }
    return sendAgain(lasting, verdict, ids);
  }

  #heard(outcome: DecisionOutcome): void {
    const { decision } = outcome;
    if ('failure' in outcome) {
      this.news.set(`not ${past(decision)}: ${problemOf(outcome.failure)}`);
      return;
    }
    const state: ProofState = decision.verdict.kind === 'confirm' ? 'CONFIRMED' : 'REJECTED';
    const done = outcome.answers.filter(({ error }) => error === null).map(({ proofId }) => proofId);
    const refused = outcome.answers.filter(({ error }) => error !== null);
    this.feed.decided(done, state);
    this.mark(done, false);
    const [first] = refused;
    if (first === undefined) return;
    const more = refused.length > 1 ? ` and ${refused.length - 1} more` : '';
    this.news.set(`${first.proofId}${more} not ${past(decision)}: ${first.error?.message}`);
    void this.feed.read(refused.map(({ proofId }) => proofId));
  }

  /** @returns what the person should know when the screen is gone */
  async #close(): Promise<string | undefined> {
    this.automatic.stop();
    this.verifier.stop();
    this.news.set(undefined);
    const left = await this.queue.close();
    const kept = `${left} of your decisions could not be sent: they are kept, and go out when you open the page Triage again.`;
    const remarks = [this.news.get(), left === 0 ? undefined : kept].filter((remark) => remark !== undefined);
    return remarks.length === 0 ? undefined : remarks.join('\n');
  }
}

function past({ verdict }: Decision): string {
  return verdict.kind === 'confirm' ? 'confirmed' : 'rejected';
}
