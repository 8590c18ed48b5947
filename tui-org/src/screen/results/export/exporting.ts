import { stat } from 'node:fs/promises';
import { UsageError } from '@cairn/tui-kit';
import { cleanText, line, type Question, ValueStore } from '@cairn/tui-kit/screen';
import { type ExportFormat, writeExport } from '../../../export/write-export.js';
import type { Reduction } from '../../../reducer/reduction.js';
import { runReducer } from '../../../reducer/run-reducer.js';
import type { ResultSet } from '../../../results/result-set.js';
import { problemOf } from '../../problem-of.js';
import type { ReducerScript } from '../reducer/reducing.js';
import { fileAt } from './file-at.js';

/** What is to be written, and where. */
export interface ExportOrder {
  /** Absolute. */
  readonly path: string;
  readonly format: ExportFormat;
  readonly set: ResultSet;
  /** Whether a file that is there may be replaced: somebody was asked. */
  readonly mayReplace: boolean;
  /** A script of one's own, whose word goes along. */
  readonly script: ReducerScript | undefined;
  /** What the script made of these very results; where it has not, it is run first. */
  readonly reduction: Reduction | undefined;
}

/** How far an export is. Times in milliseconds. */
export type ExportStep =
  /** It takes so many seconds at most. */
  | { readonly step: 'reducing'; readonly beganAt: number; readonly most: number }
  | { readonly step: 'writing'; readonly fraction: number }
  | { readonly step: 'written'; readonly size: number; readonly reduction: Reduction | undefined }
  | { readonly step: 'stopped' }
  | { readonly step: 'failed'; readonly problem: string };

/** Results on their way into a file, which is whole or not there. */
export class Exporting {
  readonly step = new ValueStore<ExportStep>({ step: 'writing', fraction: 0 });
  readonly #stop = new AbortController();
  readonly #signal: AbortSignal;

  constructor(
    signal: AbortSignal,
    readonly order: ExportOrder,
  ) {
    this.#signal = AbortSignal.any([signal, this.#stop.signal]);
  }

  /** @returns when it has ended, however that was */
  async run(): Promise<void> {
    const { path, format, set, mayReplace } = this.order;
    try {
      const reduction = await this.#reduce();
      if (!mayReplace && (await fileAt(path)) !== undefined) throw nowThere(path);
      const onPieces = (pieces: number): void =>
        this.step.set({ step: 'writing', fraction: Math.min(1, pieces / set.rows.length) });
      await writeExport(path, format, set, { reduction, signal: this.#signal, onPieces });
      const { size } = await stat(path);
      this.step.set({ step: 'written', size, reduction });
    } catch (error) {
      const isStopped = this.#signal.aborted;
      this.step.set(isStopped ? { step: 'stopped' } : { step: 'failed', problem: problemOf(error) });
    }
  }

  /** Breaks it off: no file is left of it, and one that was there before stays as it was. */
  stop(): void {
    this.#stop.abort();
  }

  /** Whether it is under way. */
  get isAtWork(): boolean {
    return ['reducing', 'writing'].includes(this.step.get().step);
  }

  /** What is asked before it is broken off. */
  quitQuestion(): Question | undefined {
    if (!this.isAtWork) return undefined;
    const lines = [line(`${cleanText(this.order.path)} is not written yet, and will not be.`)];
    return { title: 'Quit in the middle of an export?', lines, yes: 'Quit', danger: true };
  }

  async #reduce(): Promise<Reduction | undefined> {
    const { script, reduction, set } = this.order;
    if (script === undefined || reduction !== undefined) return reduction;
    const { path, seconds, memory } = script;
    this.step.set({ step: 'reducing', beganAt: Date.now(), most: seconds });
    return runReducer(path, set, { seconds, memory, signal: this.#signal, onPrint: () => {} });
  }
}

function nowThere(path: string): UsageError {
  return new UsageError(`${path} was not there a moment ago, and is now`, {
    expected: 'a file that is not there, or that you have said may be replaced',
    help: 'export it once more: you are asked before it is replaced',
  });
}
