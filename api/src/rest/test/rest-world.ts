import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EntityManager } from '@mikro-orm/sql';
import { InputGroup } from '../../input-group/input-group.entity.js';
import { RestClient } from './rest-client.js';
import { type RestServer, startRestServer } from './rest-server.js';
import { tinyProgram } from './tiny-program.js';

/** How the tiny program is published. */
export const PROGRAM = { name: 'Tiny', description: 'Adds up', execution_timeout: 600 };

/** A server with two organizations, of which the first has published a program, and a folder to work in. */
export class RestWorld {
  private constructor(
    readonly server: RestServer,
    readonly donor: RestClient,
    readonly ada: RestClient,
    readonly bob: RestClient,
    readonly programId: string,
    readonly work: string,
  ) {}

  static async make(): Promise<RestWorld> {
    const server = await startRestServer();
    const donor = new RestClient(server.base);
    const ada = await donor.loggedIn('ada');
    const bob = await donor.loggedIn('bob');
    const { envelope } = await ada.upload('/program/upload', tinyProgram(), PROGRAM);
    const { program_id: programId } = envelope.data as { program_id: string };
    return new RestWorld(server, donor, ada, bob, programId, mkdtempSync(join(tmpdir(), 'cairn-work-')));
  }

  entities(): EntityManager {
    return this.server.app.server.database.em.fork();
  }

  /** Adds a group to the program and answers with its id. */
  async addGroup(name: string, csv: string): Promise<string> {
    const { envelope } = await this.ada.upload(`/program/inputs/${this.programId}`, csv, { name });
    return (envelope.data as { input_group_id: string }).input_group_id;
  }

  async removeGroups(): Promise<void> {
    await this.entities().nativeDelete(InputGroup, {});
  }

  async end(): Promise<void> {
    await this.server.stop();
    rmSync(this.work, { recursive: true });
  }
}
