import { basename } from 'node:path';
import { formatNumberOf } from '@cairn/tui-kit';
import { cleanText, line, type Question, ValueStore } from '@cairn/tui-kit/screen';
import type { ReducerLimits } from '../../../reducer/reducer-limits.js';
import type { Reduction } from '../../../reducer/reduction.js';
import { runReducer } from '../../../reducer/run-reducer.js';
import type { ResultSet } from '../../../results/result-set.js';
import { problemOf } from '../../problem-of.js';

/** A script of one's own, and what it may take. */
export interface ReducerScript extends ReducerLimits {
  readonly path: string;
}

/** How far a script is. Times in milliseconds. */
export type ReducingStep =
  | { readonly step: 'running'; readonly beganAt: number }
  | { readonly step: 'made'; readonly reduction: Reduction; readonly seconds: number }
  | { readonly step: 'stopped' }
  | { readonly step: 'failed'; readonly problem: string };

/** A script of one's own over the results as they were when it began. */
export class Reducing {
  readonly step = new ValueStore<ReducingStep>({ step: 'running', beganAt: Date.now() });
  /** What it has printed, a piece at a time. */
  readonly printed = new ValueStore<readonly string[]>([]);
  readonly #stop = new AbortController();

  constructor(
    private readonly signal: AbortSignal,
    readonly script: ReducerScript,
    readonly set: ResultSet,
  ) {}

  /** Its name, as it may be shown. */
  get name(): string {
    return cleanText(basename(this.script.path));
  }

  /** Runs it. @returns when it has ended, however that was */
  async run(): Promise<void> {
    const { path, seconds, memory } = this.script;
    const beganAt = Date.now();
    try {
      const reduction = await runReducer(path, this.set, {
        seconds,
        memory,
        signal: AbortSignal.any([this.signal, this.#stop.signal]),
        onPrint: (text) => this.printed.update((before) => [...before, text]),
      });
      this.step.set({ step: 'made', reduction, seconds: (Date.now() - beganAt) / 1000 });
    } catch (error) {
      const isStopped = this.#stop.signal.aborted || this.signal.aborted;
      this.step.set(isStopped ? { step: 'stopped' } : { step: 'failed', problem: problemOf(error) });
    }
  }

  /** Ends it: its process is killed. */
  stop(): void {
    this.#stop.abort();
  }

  /** What is asked before it is broken off. */
  quitQuestion(): Question | undefined {
    if (this.step.get().step !== 'running') return undefined;
    const rows = formatNumberOf(this.set.rows.length, 'result');
    const lines = [line(`${this.name} is at work on ${rows}. What it has computed is lost.`)];
    return { title: 'Quit in the middle of a reducer?', lines, yes: 'Quit', danger: true };
  }
}
