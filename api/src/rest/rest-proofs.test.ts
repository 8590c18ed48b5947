import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execute, prove } from '@cairn/prover';
import { InputGroup } from '../input-group/input-group.entity.js';
import { Program } from '../program/program.entity.js';
import type { RestClient } from './test/rest-client.js';
import type { RestServer } from './test/rest-server.js';
import { PROGRAM, RestWorld } from './test/rest-world.js';
import { tinyProgram } from './test/tiny-program.js';

let world: RestWorld;
let server: RestServer;
let donor: RestClient;
let ada: RestClient;
let bob: RestClient;
let programId: string;
let work: string;

beforeAll(async () => {
  world = await RestWorld.make();
  ({ server, donor, ada, bob, programId, work } = world);
}, 60_000);
afterAll(() => world.end());

const entities = () => world.entities();
const addGroup = (name: string, csv: string) => world.addGroup(name, csv);

describe('a proof', () => {
  let ids: { organization_id: string; program_id: string; input_group_id: string };
  let token: string;
  let proof: Buffer;

  beforeAll(async () => {
    const groupId = await addGroup('first', '1,2\n3\n');
    await addGroup('second', '4\n');
    const reserved = await donor.raw('GET', `/program/inputs/${programId}`);
    token = reserved.headers.get('x-reservation-token') ?? '';
    writeFileSync(join(work, 'in.csv'), await reserved.text());
    const program = await entities().findOneOrFail(Program, programId);
    const executable = await server.app.server.files.localCopy(program.executableSha256);
    const paths = { execution: join(work, 'e.bin'), output: join(work, 'p.bin') };
    await execute({
      executable: executable?.path ?? '',
      input: join(work, 'in.csv'),
      output: paths.execution,
    });
    await prove(paths);
    proof = readFileSync(paths.output);
    ids = { organization_id: program.organization.id, program_id: programId, input_group_id: groupId };
  }, 120_000);

  const path = () => `/program/proof/${programId}/${ids.input_group_id}`;

  it.each<[string, () => Record<string, unknown>, number, string]>([
    ['an unknown organization', () => ({ organization_id: 'x' }), 404, 'ACCOUNT_NOT_FOUND'],
    ['an unknown program', () => ({ program_id: 'x' }), 404, 'PROGRAM_NOT_FOUND'],
    ['an unknown input group', () => ({ input_group_id: 'x' }), 404, 'INPUT_GROUP_NOT_FOUND'],
    ['an unknown reservation', () => ({ token: 'x' }), 404, 'RESERVATION_NOT_FOUND'],
    ['no input group', () => ({ input_group_id: undefined }), 400, 'INVALID_REQUEST'],
  ])('with %s is refused', async (_what, change, status, code) => {
    const answer = await donor.upload('/program/proof', proof, { ...ids, ...change() });
    expect(answer).toMatchObject({ status, envelope: { error_code: code } });
  });

  it('that is none is refused, and of another input too', async () => {
    const none = await donor.upload('/program/proof', 'x'.repeat(5000), ids, 'file first');
    expect(none).toMatchObject({ status: 422, envelope: { error_code: 'PROOF_REJECTED' } });
    const other = await entities().findOneOrFail(InputGroup, { name: 'second' });
    const foreign = await donor.upload('/program/proof', proof, { ...ids, input_group_id: other.id });
    expect(foreign).toMatchObject({ status: 422, envelope: { error_code: 'PROOF_REJECTED' } });
    expect((await ada.json('GET', path())).envelope.error_code).toBe('PROOF_NOT_FOUND');
  });

  it('is accepted, listed, and handed to its owner alone', async () => {
    const sent = await donor.upload('/program/proof', proof, { ...ids, token });
    expect(sent).toEqual({ status: 200, envelope: { status: 'success', data: null } });
    expect((await ada.json('GET', '/program/proofs')).envelope.data).toMatchObject({
      programs: [{ program_id: programId }],
      total_elements_amount: 1,
    });
    const moment = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u) as string;
    expect((await ada.json('GET', `/program/proofs/${programId}`)).envelope.data).toEqual({
      program_input_groups: [
        {
          input_group_id: ids.input_group_id,
          program_id: programId,
          name: 'first',
          last_reserved: moment,
          proven_datetime: moment,
        },
      ],
      total_elements_amount: 1,
    });
    const file = await ada.raw('GET', path());
    expect(Buffer.from(await file.arrayBuffer()).equals(proof)).toBe(true);
    expect(file.headers.get('content-disposition')).toMatch(/\.bin"$/u);
    expect((await bob.json('GET', path())).envelope.error_code).toBe('PROGRAM_NOT_FOUND');
    expect((await donor.json('GET', path())).envelope.error_code).toBe('INVALID_TOKEN');
    expect((await bob.json('GET', '/program/proofs')).envelope.data).toMatchObject({
      total_elements_amount: 0,
    });
  });

  it('is looked for in the program that the path names', async () => {
    const { envelope } = await ada.upload('/program/upload', tinyProgram(), { ...PROGRAM, name: 'Second' });
    const { program_id: second } = envelope.data as { program_id: string };
    for (const method of ['GET', 'PATCH', 'DELETE']) {
      const answer = await ada.json(method, `/program/proof/${second}/${ids.input_group_id}`);
      expect(answer).toMatchObject({ status: 404, envelope: { error_code: 'INPUT_GROUP_NOT_FOUND' } });
    }
    const other = await donor.upload('/program/proof', proof, { ...ids, program_id: second });
    expect(other.envelope.error_code).toBe('INPUT_GROUP_NOT_FOUND');
  });

  it('is rejected: the group is free again, and the same file is not taken twice', async () => {
    expect(await bob.json('PATCH', path())).toMatchObject({ status: 404 });
    expect(await ada.json('PATCH', path())).toEqual({
      status: 200,
      envelope: { status: 'success', data: null },
    });
    expect((await ada.json('PATCH', path())).envelope.error_code).toBe('PROOF_NOT_FOUND');
    expect((await entities().findOneOrFail(InputGroup, ids.input_group_id)).state).toBe('AVAILABLE');
    const again = await donor.upload('/program/proof', proof, ids);
    expect(again).toMatchObject({ status: 422, envelope: { error_code: 'PROOF_REJECTED' } });
  });

  it('of a group with the same input is confirmed: its file is deleted, the decision stays', async () => {
    const twin = { ...ids, input_group_id: await addGroup('twin', '1,2\n3\n') };
    const twinPath = `/program/proof/${programId}/${twin.input_group_id}`;
    expect((await donor.upload('/program/proof', proof, twin, 'file first')).status).toBe(200);
    expect((await bob.json('DELETE', twinPath)).status).toBe(404);
    expect(await ada.json('DELETE', twinPath)).toEqual({
      status: 200,
      envelope: { status: 'success', data: null },
    });
    expect((await ada.json('GET', twinPath)).envelope.error_code).toBe('PROOF_NOT_FOUND');
    expect(await ada.json('DELETE', twinPath)).toMatchObject({
      status: 409,
      envelope: { error_code: 'INVALID_STATE' },
    });
    expect((await ada.json('GET', `/program/proofs/${programId}`)).envelope.data).toMatchObject({
      total_elements_amount: 0,
    });
  });
});
