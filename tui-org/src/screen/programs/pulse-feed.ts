import { ProgramPulseDocument } from '@cairn/shared-schema/org';
import { ValueStore } from '@cairn/tui-kit/screen';
import type { Workplace } from '../../cli/workplace.js';
import type { OwnProgram } from '../../programs/find-program.js';
import { groupsLeft } from './groups-left.js';
import { type Pulse, pulseOf } from './pulse.js';

/** Programs whose proofs are asked for in one go. */
const MOST_ASKED = 50;

/** The pulses of the programs that have work left, by their ids. */
export class PulseFeed {
  readonly pulses = new ValueStore<ReadonlyMap<string, Pulse>>(new Map());
  /** For which count of proofs a program's were asked for. */
  readonly #known = new Map<string, { readonly done: number; readonly submittedAt: readonly string[] }>();
  #isAsking = false;

  constructor(private readonly place: Pick<Workplace, 'server' | 'signal'>) {}

  /** Brings the pulses up to date; the server is asked about those programs alone that have new proofs. */
  async follow(programs: readonly OwnProgram[]): Promise<void> {
    this.#show(programs);
    if (this.#isAsking) return;
    this.#isAsking = true;
    try {
      const busy = programs.filter((program) => proofsOf(program) > 0 && groupsLeft(program) > 0);
      for (const program of busy.slice(0, MOST_ASKED)) await this.#ask(program);
      this.#show(programs);
    } catch {
      // The list itself says when the server cannot be asked.
    } finally {
      this.#isAsking = false;
    }
  }

  async #ask(program: OwnProgram): Promise<void> {
    const { server, signal } = this.place;
    const done = proofsOf(program);
    if (signal.aborted || this.#known.get(program.id)?.done === done) return;
    const answer = await server.call((api) =>
      api.request(ProgramPulseDocument, { programId: program.id }, { signal }),
    );
    const submittedAt = answer.proofs.nodes.map((proof) => proof.submittedAt);
    this.#known.set(program.id, { done, submittedAt });
  }

  #show(programs: readonly OwnProgram[]): void {
    const now = new Date();
    const pulses = programs.flatMap((program): [string, Pulse][] => {
      const known = this.#known.get(program.id);
      return known === undefined ? [] : [[program.id, pulseOf(known.submittedAt, groupsLeft(program), now)]];
    });
    this.pulses.set(new Map(pulses));
  }
}

function proofsOf({ groupCounts, decisions }: OwnProgram): number {
  return groupCounts.proven + groupCounts.confirmed + decisions.rejected;
}
