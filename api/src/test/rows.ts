import { Organization } from '../account/organization.entity.js';
import { newId } from '../database/new-id.js';
import { countMoves } from '../input-group/counts/count-moves.js';
import { InputGroup } from '../input-group/input-group.entity.js';
import { Program } from '../program/program.entity.js';
import { Proof } from '../proof/proof.entity.js';
import type { TestServer } from './test-server.js';

/** Rows as the operations would have written them, for tests of what happens to them afterwards. */

const SHA256 = '0'.repeat(64);

export async function insertOrganization(server: TestServer, name: string): Promise<string> {
  const { em } = server.context();
  const createdAt = await server.clock.now(em);
  const id = newId(createdAt);
  const facts = {
    username: name,
    usernameKey: name,
    passwordHash: '-',
    name,
    nameKey: name,
    description: '',
    suspendedAt: null,
    suspensionReason: null,
    storageQuota: null,
    executionQuota: null,
    groupQuota: null,
    storedBytes: 0,
    executionBytes: 0,
    groupCount: 0,
  };
  await em.insert(Organization, { id, ...facts, createdAt });
  return id;
}

/** A program with this many free input groups; returns their ids, in the order in which they are served. */
export async function insertProgram(
  server: TestServer,
  organization: string,
  name: string,
  groupCount: number,
): Promise<{ id: string; groups: string[] }> {
  const { em } = server.context();
  const createdAt = await server.clock.now(em);
  const id = newId(createdAt);
  await em.insert(Program, {
    ...programFacts(name),
    outputs: [],
    id,
    organization,
    lastReservedAt: createdAt,
    createdAt,
  });
  const rows = Array.from({ length: groupCount }, (_, position) => ({
    ...groupFacts(`group ${position}`),
    id: newId(createdAt, position),
    program: id,
    freeFrom: createdAt,
    createdAt,
  }));
  if (rows.length > 0) await em.insertMany(InputGroup, rows);
  await countMoves(
    em,
    rows.map(() => ({ programId: id, from: undefined, to: 'AVAILABLE' })),
  );
  return { id, groups: rows.map((row) => row.id) };
}

function programFacts(name: string) {
  return {
    name,
    nameKey: name,
    description: '',
    programHash: '0x1',
    inputBinding: 'POSEIDON',
    calldata: 'ARRAY',
    expectedSteps: null,
    maxSteps: null,
    leaseSeconds: 60,
    readme: null,
    archiveSha256: SHA256,
    archiveBytes: 1,
    executableSha256: SHA256,
    executableBytes: 1,
  } as const;
}

function groupFacts(name: string) {
  return {
    name,
    nameKey: name,
    state: 'AVAILABLE',
    executed: false,
    fencingNumber: 0,
    holderId: null,
    proofId: null,
    inputCommitment: '0x2',
    valueCount: 1,
    inputSha256: SHA256,
    inputBytes: 1,
    lastReservedAt: null,
    provenAt: null,
    confirmedAt: null,
    attempts: 0,
  } as const;
}

/** A proof that waits for the owner's decision, with this output; returns its id. */
export async function insertProof(
  server: TestServer,
  program: string,
  inputGroup: string,
  output: string[],
): Promise<string> {
  const { em } = server.context();
  const submittedAt = await server.clock.now(em);
  const id = newId(submittedAt);
  const outputBytes = Buffer.byteLength(JSON.stringify(output));
  const { organization } = await em.findOneOrFail(Program, program);
  const facts = { ...proofFacts(), organizationId: organization.id };
  await em.insert(Proof, { ...facts, id, program, inputGroup, output, outputBytes, submittedAt });
  const { state: from } = await em.findOneOrFail(InputGroup, inputGroup);
  await em.nativeUpdate(InputGroup, inputGroup, { state: 'PROVEN', proofId: id });
  await countMoves(em, [{ programId: program, from, to: 'PROVEN' }]);
  return id;
}

function proofFacts() {
  return {
    state: 'SUBMITTED',
    sha256: SHA256,
    size: 1,
    programHash: '0x1',
    inputCommitment: '0x2',
    inputBinding: 'POSEIDON',
    bound: true,
    steps: 1,
    provenRows: 1,
    securityBits: 96,
    proveSeconds: null,
    fileKept: true,
    addressHash: SHA256,
    decidedAt: null,
  } as const;
}

/** A group as it is stored now. */
export function storedGroup(server: TestServer, id: string): Promise<InputGroup> {
  return server.context().em.findOneOrFail(InputGroup, id);
}
