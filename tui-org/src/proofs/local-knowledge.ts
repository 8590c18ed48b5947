import type { ProofFactsFragment } from '@cairn/shared-schema/org';
import type { Workplace } from '../cli/workplace.js';
import type { KeptInput } from '../inputs/kept-inputs.js';
import { inPool } from '../pool/in-pool.js';
import type { KeptProgram } from '../programs/kept-programs.js';
import { type Statement, statementOf } from './statement.js';
import type { RememberedVerdict } from './verdicts.js';

/** Open files are few on some systems. */
const FILES_AT_ONCE = 32;

/** What this machine knows of a proof before it looks at the proof itself. */
export interface KnownProof {
  readonly proof: ProofFactsFragment;
  readonly program: KeptProgram | undefined;
  readonly input: KeptInput | undefined;
  readonly statement: Statement;
  /** What was verified here earlier, of this proof and this very statement. */
  readonly verdict: RememberedVerdict | undefined;
}

/** Reads each program's records once, however many of its proofs are asked about. */
export class LocalKnowledge {
  readonly #place: Workplace;
  readonly #programs = new Map<string, Promise<KeptProgram | undefined>>();
  readonly #inputs = new Map<string, Promise<ReadonlyMap<string, KeptInput>>>();

  constructor(place: Workplace) {
    this.#place = place;
  }

  /** Of many proofs, in their order. @throws as `of` */
  ofAll(proofs: readonly ProofFactsFragment[]): Promise<KnownProof[]> {
    return inPool(proofs, FILES_AT_ONCE, (proof) => this.of(proof));
  }

  /** @throws ClientError LOCAL_FILE_DAMAGED */
  async of(proof: ProofFactsFragment): Promise<KnownProof> {
    const { id, program } = proof.inputGroup;
    const kept = await once(this.#programs, program.id, () => this.#place.programs.find(program.id));
    const inputs = await once(this.#inputs, program.id, () => this.#place.inputs.ofProgram(program.id));
    const input = inputs.get(id);
    const statement = statementOf(proof, kept, input);
    const verdict = await this.#place.verdicts.find(proof.sha256, statement);
    return { proof, program: kept, input, statement, verdict };
  }
}

function once<T>(known: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> {
  const value = known.get(key) ?? read();
  known.set(key, value);
  return value;
}
