import { ClientError } from '@cairn/tui-kit';
import { line, type Question, ValueStore } from '@cairn/tui-kit/screen';
import type { Workplace } from '../../cli/workplace.js';
import { type CompiledPackage, compileLocally } from '../../programs/compile-locally.js';
import { type DryRun, runDry } from '../../programs/dry-run.js';
import { type Published, publishPackage } from '../../programs/publish-package.js';
import { withWorkFolder } from '../../storage/work-folder.js';
import { quietPlace } from '../desk/quiet-place.js';
import { problemOf } from '../problem-of.js';
import { untilAborted } from '../until-aborted.js';

/** What a run on one input came to, or why there was none. */
export interface Trial {
  readonly input: string;
  readonly run: DryRun | undefined;
  readonly problem: string | undefined;
}

/** A compiled package, with what was tried so far. */
interface Compiled {
  readonly compiled: CompiledPackage;
  readonly trial: Trial | undefined;
  /** Why it could not be published, when that was tried. */
  readonly problem: string | undefined;
}

/** How far the publishing of a package is. */
export type PublishStep =
  | { readonly step: 'compiling' }
  | { readonly step: 'failed'; readonly problem: string }
  | ({ readonly step: 'compiled' | 'trying' } & Compiled)
  | ({ readonly step: 'sending'; readonly remark: string } & Compiled)
  | { readonly step: 'published'; readonly published: Published };

/** What donors are told of a program. */
export interface ProgramFacts {
  readonly name: string;
  readonly description: string;
  readonly leaseSeconds: number;
}

/** A package on its way to become a program: compiled here, tried here, sent. */
export class Publishing {
  readonly step = new ValueStore<PublishStep>({ step: 'compiling' });
  readonly #end = new AbortController();
  readonly #place: Workplace;
  #workFolder = '';

  constructor(
    place: Workplace,
    readonly dir: string,
    private readonly onPublished: (published: Published) => void,
  ) {
    this.#place = quietPlace(place, {
      signal: AbortSignal.any([place.signal, this.#end.signal]),
      onRemark: (remark) => this.#remark(remark),
    });
  }

  /** Compiles it, and keeps its working folder until it is ended. */
  async open(): Promise<void> {
    try {
      await withWorkFolder(this.#place.folder, async (workFolder) => {
        this.#workFolder = workFolder;
        await this.#compile();
        await untilAborted(this.#place.signal);
      });
    } catch (error) {
      this.#show({ step: 'failed', problem: problemOf(error) });
    }
  }

  /** Compiles it again: its files may be others by now. */
  async again(): Promise<void> {
    if (!['compiled', 'failed'].includes(this.step.get().step)) return;
    this.#show({ step: 'compiling' });
    await this.#compile();
  }

  /** Runs it on one input here, without proving. */
  async tryOn(input: string): Promise<void> {
    const before = this.step.get();
    if (before.step !== 'compiled') return;
    this.#show({ ...before, step: 'trying', problem: undefined });
    const done = (trial: Omit<Trial, 'input'>): void => this.#show({ ...before, trial: { input, ...trial } });
    try {
      const { signal } = this.#place;
      const run = await runDry(before.compiled, input, { signal, workFolder: this.#workFolder });
      done({ run, problem: undefined });
    } catch (error) {
      done({ run: undefined, problem: problemOf(error) });
    }
  }

  /** Sends it. */
  async publish(facts: ProgramFacts): Promise<void> {
    const before = this.step.get();
    if (before.step !== 'compiled') return;
    const { compiled } = before;
    this.#show({ ...before, step: 'sending', problem: undefined, remark: 'Packing…' });
    try {
      const publication = { dir: this.dir, compiled, workFolder: this.#workFolder, ...facts };
      const published = await publishPackage(this.#place, publication);
      this.#show({ step: 'published', published });
      this.onPublished(published);
    } catch (error) {
      this.#show({ ...before, problem: problemOf(error) });
    }
  }

  /** Ends what is under way, and removes what was made for it. */
  end(): void {
    this.#end.abort();
  }

  /** What is asked before it is broken off. */
  quitQuestion(): Question | undefined {
    if (this.step.get().step !== 'sending') return undefined;
    const lines = [line('A program is being sent. It may be published or not when this ends here.')];
    return { title: 'Quit in the middle of publishing?', lines, yes: 'Quit', danger: true };
  }

  async #compile(): Promise<void> {
    try {
      const { signal } = this.#place;
      const compiled = await compileLocally(this.dir, { signal, workFolder: this.#workFolder });
      this.#show({ step: 'compiled', compiled, trial: undefined, problem: undefined });
    } catch (error) {
      this.#show({ step: 'failed', problem: withDiagnostics(error) });
    }
  }

  #remark(remark: string): void {
    const now = this.step.get();
    if (now.step === 'sending') this.#show({ ...now, remark });
  }

  #show(step: PublishStep): void {
    if (!this.#end.signal.aborted) this.step.set(step);
  }
}

/** What went wrong, with what the compiler says of it below. */
function withDiagnostics(error: unknown): string {
  const diagnostics = error instanceof ClientError ? error.details.diagnostics : undefined;
  const problem = problemOf(error);
  return typeof diagnostics === 'string' ? `${problem}\n${diagnostics.trimEnd()}` : problem;
}
