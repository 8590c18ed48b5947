import { formatNumberOf, formatPercent } from '@cairn/tui-kit';
import { line, type Question, ValueStore } from '@cairn/tui-kit/screen';
import type { Workplace } from '../../cli/workplace.js';
import { addInputs } from '../../inputs/add-inputs.js';
import type { UploadPlan } from '../../inputs/plan-upload.js';
import { type MeantInputs, prepareInputs } from '../../inputs/prepare-inputs.js';
import { withWorkFolder } from '../../storage/work-folder.js';
import { quietPlace } from '../desk/quiet-place.js';
import { problemOf } from '../problem-of.js';
import { untilAborted } from '../until-aborted.js';

/** How far the adding of input groups is. */
export type AddStep =
  /** A file is cut into groups: so many of its bytes were read. */
  | { readonly step: 'cutting'; readonly read: number; readonly all: number }
  | { readonly step: 'checking'; readonly checked: number; readonly all: number }
  /** The files were read, and nothing is sent before somebody says so. */
  | { readonly step: 'checked'; readonly plan: UploadPlan }
  | { readonly step: 'sending'; readonly plan: UploadPlan; readonly remark: string }
  | { readonly step: 'sent'; readonly added: number; readonly present: number }
  | { readonly step: 'failed'; readonly problem: string };

/** How many files a plan sends. */
export function filesToSend({ batches }: UploadPlan): number {
  return batches.reduce((sum, batch) => sum + batch.length, 0);
}

/** Files on their way to become input groups of a program: checked here, looked at by a person, sent. */
export class Adding {
  readonly step = new ValueStore<AddStep>({ step: 'checking', checked: 0, all: 0 });
  readonly #stop = new AbortController();
  /** Aborted when everything was sent, or sending has failed. */
  readonly #end = new AbortController();
  readonly #place: Workplace;

  constructor(
    place: Workplace,
    private readonly programId: string,
    private readonly onAdded: () => void,
  ) {
    this.#place = quietPlace(place, {
      signal: AbortSignal.any([place.signal, this.#stop.signal]),
      onRemark: (remark) => this.#remark(remark),
    });
  }

  /** Reads the files that are meant, and keeps what was made of them until it was sent or stopped. */
  check(meant: MeantInputs): Promise<void> {
    return this.#try(() =>
      withWorkFolder(this.#place.folder, async (folder) => {
        const plan = await prepareInputs(this.#place, this.programId, meant, {
          folder,
          onCut: (read, all) => this.#cut(read, all),
          onChecked: (checked, all) => this.#show({ step: 'checking', checked, all }),
        });
        this.#show({ step: 'checked', plan });
        await untilAborted(AbortSignal.any([this.#place.signal, this.#end.signal]));
      }),
    );
  }

  /** Sends what is new, once the files were read. */
  async send(): Promise<void> {
    const checked = this.step.get();
    if (checked.step !== 'checked') return;
    const { plan } = checked;
    this.#show({ step: 'sending', plan, remark: '' });
    await this.#try(async () => {
      const added = await addInputs(this.#place, this.programId, plan);
      this.#show({ step: 'sent', added: added.length, present: plan.present.length });
    });
    this.#end.abort();
    this.onAdded();
  }

  /** Breaks it off. What got in stays. */
  stop(): void {
    this.#stop.abort();
  }

  /** What is asked before it is broken off. */
  quitQuestion(): Question | undefined {
    const now = this.step.get();
    if (now.step !== 'sending') return undefined;
    return {
      title: 'Quit in the middle of sending?',
      lines: [
        line(`${formatNumberOf(filesToSend(now.plan), 'file')} are being sent.`),
        line('What got in stays; the same files again go on with the rest.'),
      ],
      yes: 'Quit',
      danger: true,
    };
  }

  #remark(remark: string): void {
    const now = this.step.get();
    if (now.step === 'sending') this.#show({ ...now, remark });
  }

  /** Only what can be seen: a large file is read in many thousand pieces. */
  #cut(read: number, all: number): void {
    const now = this.step.get();
    const isSeen = now.step === 'cutting' && formatPercent(now.read / now.all) === formatPercent(read / all);
    if (!isSeen) this.#show({ step: 'cutting', read, all });
  }

  async #try(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.#show({ step: 'failed', problem: problemOf(error) });
    }
  }

  #show(step: AddStep): void {
    if (!this.#stop.signal.aborted) this.step.set(step);
  }
}
