import { jest } from '@jest/globals';
import type { Session } from '../../account/session.types.js';
import type { OperationContext } from '../../context/operation-context.js';
import type { Database } from '../../database/open-database.js';
import { Program } from '../../program/program.entity.js';
import { AcceptQueue } from '../../proof/accept/accept-queue.js';
import { insertProgram } from '../../test/rows.js';
import { clientKey, newOrganization } from '../../test/scenario.js';
import { TestServer } from '../../test/test-server.js';
import { ClaimQueue } from '../claim/claim-queue.js';
import { DonorLock } from '../donor-lock.entity.js';
import { MOST_LEASES } from './model.js';

/** Thrown where a process dies: whatever its transaction wrote is gone. */
export class Crash extends Error {}

/** The real thing that the model is held against. */
export class World implements AsyncDisposable {
  private constructor(
    readonly server: TestServer,
    readonly owner: Session,
  ) {}

  static async make(): Promise<World> {
    const server = await TestServer.start({ limits: { leasesPerAddress: MOST_LEASES } });
    return new World(server, await newOrganization(server));
  }

  /** Empties the tables and makes groups of two programs; returns their ids. */
  async reset(): Promise<string[]> {
    const { em } = this.server.context();
    this.server.clock.aheadMs = 0;
    await em.nativeDelete(Program, {});
    await em.nativeDelete(DonorLock, {});
    const { id } = this.owner.organization;
    const [first, second] = [
      await insertProgram(this.server, id, clientKey(), 2),
      await insertProgram(this.server, id, clientKey(), 2),
    ];
    return [...first.groups, ...second.groups];
  }

  now(): Promise<number> {
    const ctx = this.server.context();
    return ctx.clock.now(ctx.em).then((now) => now.getTime());
  }

  /** A donor's request, with the owner's session for what needs one. */
  as(donor: string): OperationContext {
    return this.server.context({ address: donor, ownerToken: this.owner.basicToken.token });
  }

  /** The same, of a process that dies in the moment before its transaction would have been committed. */
  dyingAs(donor: string): OperationContext {
    const { server } = this.server.app;
    const database = dying(server.database);
    const dead = { ...server, database };
    return { ...this.as(donor), database, claims: new ClaimQueue(dead), accepts: new AcceptQueue(dead) };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.server[Symbol.asyncDispose]();
  }
}

function dying(database: Database): Database {
  const fork = () => {
    const em = database.em.fork();
    const transactional = em.transactional.bind(em);
    jest.spyOn(em, 'transactional').mockImplementation(((work: Parameters<typeof transactional>[0]) =>
      transactional(async (inner) => {
        await work(inner);
        throw new Crash();
      })) as never);
    return em;
  };
  return Object.assign(Object.create(database), { em: { fork } });
}
