import type { Scope } from '../../account/scopes.js';
import { createApiToken } from '../../api-token/create-api-token.js';
import { CairnProver } from '../../prover/cairn-prover.js';
import { ProvenWorld } from '../../test/proven-world.js';
import { clientKey, newOrganization } from '../../test/scenario.js';
import type { TestSettings } from '../../test/test-server.js';
import { RestClient } from '../test/rest-client.js';

/** A server with a published program, its input groups, and those who ask. */
export class ContractWorld implements AsyncDisposable {
  private constructor(
    readonly proven: ProvenWorld,
    readonly owner: RestClient,
    readonly anyone: RestClient,
    /** Another organization. */
    readonly other: RestClient,
  ) {}

  static async make(settings: TestSettings = {}): Promise<ContractWorld> {
    const proven = await ProvenWorld.make(settings);
    const { url } = proven.server;
    const other = await newOrganization(proven.server);
    const client = (token?: string) => new RestClient(url, token);
    return new ContractWorld(
      proven,
      client(proven.session.basicToken.token),
      client(),
      client(other.basicToken.token),
    );
  }

  get programId(): string {
    return this.proven.program.id;
  }

  /** A script of the organization, with an API token for these scopes. */
  async script(scopes: readonly Scope[]): Promise<RestClient> {
    const { token } = await createApiToken(this.proven.owner(), { name: this.fresh(), scopes });
    return new RestClient(this.anyone.base, token);
  }

  /** Ids of the input group `a`, as a proof names them. */
  get idsOfA() {
    return {
      organization_id: this.proven.session.organization.id,
      program_id: this.programId,
      input_group_id: this.proven.groups.a.id,
    };
  }

  /** Path that leads to the input group `a`. */
  toGroupA(of: 'proof' | 'input'): string {
    return `/program/${of}/${this.programId}/${this.proven.groups.a.id}`;
  }

  /** Hands in the proof of the input group `a`. */
  async prove(): Promise<void> {
    await this.proven.submit(this.proven.groups.a, this.proven.fixture.a.proof);
  }

  /** The worst that can happen to a database. */
  async loseTables(): Promise<void> {
    const { em } = this.proven.server.context();
    await em.execute('pragma foreign_keys = off');
    const tables = await em.execute<{ name: string }[]>(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'",
    );
    for (const { name } of tables) await em.execute(`drop table "${name}"`);
  }

  /** Puts a prover in the server's place of which every worker is taken; the server's own comes back in the end. */
  fillProver(): AsyncDisposable {
    const { server } = this.proven.server.app;
    const { prover } = server;
    const full = new CairnProver({ ...server.config.limits, proverJobs: 0, proverQueue: 0 });
    Object.assign(server, { prover: full });
    return {
      [Symbol.asyncDispose]: async () => {
        Object.assign(server, { prover });
        await full.close();
      },
    };
  }

  /** A name that nobody has. */
  fresh(): string {
    return clientKey();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.proven[Symbol.asyncDispose]();
  }
}
