import type { ValidVerdict } from '@cairn/prover';
import type { Session } from '../../account/session.types.js';
import type { InputBinding } from '../../program/program.enums.js';
import { acceptProof } from '../../proof/accept-proof.js';
import { confirmProofs } from '../../proof/confirm-proofs.js';
import { requireProvableGroup } from '../../proof/provable-group.js';
import { rejectProofs } from '../../proof/reject-proofs.js';
import { insertProgram } from '../../test/rows.js';
import { newOrganization } from '../../test/scenario.js';
import { sha256 } from '../../test/sha256.js';
import { TestServer, WITHOUT_HOUSEKEEPING } from '../../test/test-server.js';

/** A proof that was found valid. */
export interface Offer {
  readonly group: string;
  /** Public key of the donor; none for a client without one. */
  readonly donor?: string;
  readonly rows?: number;
  /** What the program returned: the same text is the same statement. */
  readonly output?: string;
  readonly ownWork?: boolean;
  readonly binding?: InputBinding;
}

/** An organization with programs, and donors who hand in proofs that the prover has found valid. */
export class CreditWorld implements AsyncDisposable {
  #files = 0;

  private constructor(
    readonly server: TestServer,
    readonly session: Session,
  ) {}

  static async make(): Promise<CreditWorld> {
    const server = await TestServer.start({ parts: WITHOUT_HOUSEKEEPING });
    return new CreditWorld(server, await newOrganization(server, 'ada'));
  }

  owner() {
    return this.server.context({ ownerToken: this.session.basicToken.token });
  }

  program(name: string, groups: number) {
    return insertProgram(this.server, this.session.organization.id, name, groups);
  }

  /** The proof's id. */
  async handIn({
    group: id,
    donor,
    rows = 100,
    output = id,
    ownWork = false,
    binding,
  }: Offer): Promise<string> {
    const ctx = this.server.context();
    const found = await requireProvableGroup(ctx.em, id);
    const program = { ...found.program, inputBinding: binding ?? found.program.inputBinding };
    this.#files += 1;
    const { id: proofId } = await acceptProof(ctx, {
      group: { ...found, program },
      reservation: undefined,
      file: { path: '', size: 1, sha256: sha256(`file ${this.#files}`) } as never,
      verdict: verdictOf(output, rows, program.inputBinding !== 'NONE'),
      proveSeconds: null,
      credited: { donorKey: donor ?? null, ownWork },
    });
    return proofId;
  }

  async confirm(...proofIds: string[]): Promise<void> {
    const answers = await confirmProofs(this.owner(), { proofIds });
    for (const { error } of answers) if (error !== null) throw new Error(error.message);
  }

  async reject(...proofIds: string[]): Promise<void> {
    await rejectProofs(this.owner(), { proofIds, reason: 'No' });
  }

  /** Hands in and confirms. */
  async prove(offer: Offer): Promise<void> {
    await this.confirm(await this.handIn(offer));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.server[Symbol.asyncDispose]();
  }
}

function verdictOf(output: string, provenRows: number, bound: boolean): ValidVerdict {
  const felt = `0x${sha256(output).slice(0, 60)}`;
  const facts = { programHash: '0x1', inputCommitment: '0x2', steps: 1, securityBits: 96 };
  return { ...facts, valid: true, bound, output: [felt], provenRows } as unknown as ValidVerdict;
}
