import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { register } from '../account/register.js';
import type { Session } from '../account/session.types.js';
import type { UploadSource } from '../context/upload-source.js';
import type { InputGroup } from '../input-group/input-group.entity.js';
import { uploadInputGroups } from '../input-group/upload-input-groups.js';
import type { Program } from '../program/program.entity.js';
import { uploadProgram } from '../program/upload-program.js';
import { proofFixture } from './proof-fixture.js';
import type { TestServer } from './test-server.js';

/** Things to begin a test with, made by the operations themselves. */

/** A file as operations take it. */
export function source(content: string | Buffer, filename = 'file'): UploadSource {
  return { filename, open: () => Readable.from([Buffer.from(content)]) };
}

/** A random client key. */
export function clientKey(): string {
  return randomUUID();
}

/** A new organization and its session. */
export function newOrganization(server: TestServer, name: string = randomUUID()): Promise<Session> {
  return register(server.context(), { username: name, password: 'correct horse', name, description: '' });
}

/** The sample program, published by this organization. */
export async function publishSample(
  server: TestServer,
  session: Session,
  name = 'Sums',
  leaseSeconds = 60,
): Promise<Program> {
  const { builtArchive } = await proofFixture();
  const ctx = server.context({ ownerToken: session.basicToken.token });
  return uploadProgram(ctx, { name, description: '', leaseSeconds, archive: source(builtArchive) });
}

/** Input groups of these CSV texts. */
export function addGroups(
  server: TestServer,
  session: Session,
  program: Program,
  csvs: readonly string[],
): Promise<InputGroup[]> {
  const ctx = server.context({ ownerToken: session.basicToken.token });
  const groups = csvs.map((csv, index) => ({ name: `group ${index + 1}`, file: source(csv) }));
  return uploadInputGroups(ctx, { programId: program.id, groups });
}
