import type { Session } from '../account/session.types.js';
import type { InputGroup } from '../input-group/input-group.entity.js';
import type { Program } from '../program/program.entity.js';
import type { Proof } from '../proof/proof.entity.js';
import { submitProof } from '../proof/submit-proof.js';
import type { Reservation } from '../reservation/reservation.entity.js';
import type { WorkKind } from '../reservation/reservation.enums.js';
import { reserveInputGroup } from '../reservation/reserve-input-group.js';
import { type ProofFixture, proofFixture } from './proof-fixture.js';
import { addGroups, clientKey, newOrganization, publishSample, source } from './scenario.js';
import { TestServer, type TestSettings } from './test-server.js';

/** A server with the sample program and input groups whose executions and proofs are at hand. */
export class ProvenWorld implements AsyncDisposable {
  private constructor(
    readonly server: TestServer,
    readonly session: Session,
    readonly program: Program,
    /** Of the inputs a, b, and a once more. */
    readonly groups: { readonly a: InputGroup; readonly b: InputGroup; readonly twin: InputGroup },
    readonly fixture: ProofFixture,
  ) {}

  static async make(settings: TestSettings = {}): Promise<ProvenWorld> {
    const fixture = await proofFixture();
    const server = await TestServer.start(settings);
    const session = await newOrganization(server);
    const program = await publishSample(server, session);
    const csvs = [fixture.a.csv, fixture.b.csv, fixture.a.csv];
    const [a, b, twin] = await addGroups(server, session, program, csvs);
    if (a === undefined || b === undefined || twin === undefined)
      throw new Error('The groups were not added.');
    return new ProvenWorld(server, session, program, { a, b, twin }, fixture);
  }

  /** A context with the organization's session. */
  owner() {
    return this.server.context({ ownerToken: this.session.basicToken.token });
  }

  /** Reserves the group that is next: a, b, then twin. */
  async reserve(kind: WorkKind, address = '127.0.0.1'): Promise<Reservation & { token: string }> {
    const ctx = this.server.context({ address });
    const reservation = await reserveInputGroup(ctx, { kind, clientKey: clientKey() });
    return Object.assign(reservation, { token: reservation.token ?? '' });
  }

  submit(group: InputGroup, proof: Buffer | string, token?: string): Promise<Proof> {
    const upload = { inputGroupId: group.id, proof: source(proof) };
    return submitProof(this.server.context(), token === undefined ? upload : { ...upload, token });
  }

  /** Whether the file store has a file. */
  has(sha256: string): Promise<boolean> {
    return this.server.app.server.files.exists(sha256);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.server[Symbol.asyncDispose]();
  }
}
