import { type Question, ValueStore } from '@cairn/tui-kit/screen';
import type { Workplace } from '../../cli/workplace.js';
import { Exporting, type ExportOrder } from './export/exporting.js';
import { type ReducerScript, Reducing } from './reducer/reducing.js';
import { FIRST_CHOICE, type ResultsChoice } from './results-choice.js';
import { ResultsFeed } from './results-feed.js';

/** What the page Results keeps of one program and does with its results, as long as an organization is signed in. */
export class ResultsWork {
  readonly feed: ResultsFeed;
  readonly choice = new ValueStore<ResultsChoice>(FIRST_CHOICE);
  /** The script of one's own that was run last. */
  readonly reducing = new ValueStore<Reducing | undefined>(undefined);
  /** The export that was begun last. */
  readonly exporting = new ValueStore<Exporting | undefined>(undefined);

  constructor(private readonly place: Workplace) {
    this.feed = new ResultsFeed(place);
  }

  /** Changes what is looked at, and how. */
  choose(change: Partial<ResultsChoice>): void {
    this.choice.update((before) => ({ ...before, ...change }));
  }

  /** Runs a script over the results as they are now, and shows it; one that is at work is stopped. */
  reduce(script: ReducerScript): void {
    const set = this.feed.results.get().value?.set;
    if (set === undefined) return;
    this.reducing.get()?.stop();
    const begun = new Reducing(this.place.signal, script, set);
    this.reducing.set(begun);
    this.choose({ look: 'reducer' });
    void begun.run();
  }

  /** Writes a file, and shows how that goes. */
  export(order: ExportOrder): void {
    const begun = new Exporting(this.place.signal, order);
    this.exporting.set(begun);
    this.choose({ look: 'export' });
    void begun.run();
  }

  /** What is asked before something that is under way is broken off. */
  quitQuestion(): Question | undefined {
    return this.exporting.get()?.quitQuestion() ?? this.reducing.get()?.quitQuestion();
  }
}
