import { LOADING, type Loaded, loadInto, ValueStore } from '@cairn/tui-kit/screen';
import type { Workplace } from '../../cli/workplace.js';
import { type ListedGroup, listGroups } from '../../inputs/list-groups.js';
import type { LiveFeed } from '../live/live-feed.js';
import { problemOf } from '../problem-of.js';

/** An input group as the list shows it. */
export interface GroupRow extends ListedGroup {
  /** Whether its file is kept on this machine. */
  readonly kept: boolean;
}

type Source = Pick<Workplace, 'server' | 'signal' | 'inputs'>;

/** How often it asks for what no subscription tells: reservations and executions. In milliseconds, as the others. */
const LOOK_EVERY_MS = 5000;
/** The least time before it reads again unasked. */
const BETWEEN_MS = 2000;
/** A list that takes long to read is read less often: it rests so many times as long as it took. */
const REST = 10;

/** The input groups of a program, read when they are looked at, and again when proofs of it come in. */
export class GroupsFeed {
  readonly groups = new ValueStore<Loaded<readonly GroupRow[]>>(LOADING);
  /** Before this moment it does not read again unasked. */
  #restUntil = 0;
  #reading: Promise<void> | undefined;
  #isWanted = false;

  constructor(
    private readonly place: Source,
    private readonly programId: string,
  ) {}

  /** Keeps them fresh as long as somebody looks. @returns what ends it */
  watch(live: Pick<LiveFeed, 'follow'>): () => void {
    const renew = (): void => {
      if (performance.now() > this.#restUntil) void this.refresh();
    };
    renew();
    const timer = setInterval(renew, LOOK_EVERY_MS);
    const endFollowing = live.follow((news) => {
      if (news.kind === 'again' || news.programId === this.programId) renew();
    });
    return () => {
      clearInterval(timer);
      endFollowing();
    };
  }

  /** @returns when what was there when it was called has been read */
  refresh(): Promise<void> {
    this.#isWanted = true;
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #read(): Promise<void> {
    const { signal } = this.place;
    while (this.#isWanted && !signal.aborted) {
      this.#isWanted = false;
      const begun = performance.now();
      await loadInto(this.groups, () => this.#list(), signal);
      const taken = performance.now() - begun;
      this.#restUntil = performance.now() + Math.max(BETWEEN_MS, REST * taken);
    }
  }

  async #list(): Promise<GroupRow[]> {
    const { server, inputs } = this.place;
    try {
      const known = await inputs.ofProgram(this.programId);
      const groups = await listGroups(server, this.programId);
      return groups.map((group) => ({ ...group, kept: known.has(group.id) }));
    } catch (error) {
      throw new Error(problemOf(error), { cause: error });
    }
  }
}
