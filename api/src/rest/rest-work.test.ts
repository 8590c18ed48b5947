import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { execute, prove } from '@cairn/prover';
import { InputGroup } from '../input-group/input-group.entity.js';
import { Program } from '../program/program.entity.js';
import { Reservation } from '../reservation/reservation.entity.js';
import { RestClient } from './test/rest-client.js';
import { type RestServer, startRestServer } from './test/rest-server.js';
import { tinyProgram } from './test/tiny-program.js';

const PROGRAM = { name: 'Tiny', description: 'Adds up', execution_timeout: 600 };

let server: RestServer;
let donor: RestClient;
let ada: RestClient;
let bob: RestClient;
let programId: string;
let work: string;

beforeAll(async () => {
  server = await startRestServer();
  work = mkdtempSync(join(tmpdir(), 'cairn-work-'));
  donor = new RestClient(server.base);
  ada = await donor.loggedIn('ada');
  bob = await donor.loggedIn('bob');
  const { envelope } = await ada.upload('/program/upload', tinyProgram(), PROGRAM);
  programId = (envelope.data as { program_id: string }).program_id;
}, 60_000);
afterAll(async () => {
  await server.stop();
  rmSync(work, { recursive: true });
});

const entities = () => server.app.server.database.em.fork();

async function addGroup(name: string, csv: string): Promise<string> {
  const { envelope } = await ada.upload(`/program/inputs/${programId}`, csv, { name });
  return (envelope.data as { input_group_id: string }).input_group_id;
}

async function removeGroups(): Promise<void> {
  await entities().nativeDelete(InputGroup, {});
}

describe('publishing', () => {
  it('answers with an id, and the program is listed as the contract says', async () => {
    const [program] = await entities().find(Program, {});
    const listed = {
      organization_id: program?.organization.id,
      program_id: programId,
      name: 'Tiny',
      description: 'Adds up',
      input_lock_timeout: 600,
    };
    const paths = [
      '/program/all?name_filter=ti',
      '/program/mine',
      `/program/organization/${program?.organization.id}`,
    ];
    for (const path of paths) {
      expect((await ada.json('GET', path)).envelope).toEqual({
        status: 'success',
        data: { programs: [listed], total_elements_amount: 1 },
      });
    }
    expect((await bob.json('GET', '/program/mine')).envelope.data).toEqual({
      programs: [],
      total_elements_amount: 0,
    });
  });

  it('takes the file before the data too', async () => {
    const data = { ...PROGRAM, name: 'Other order' };
    const { status, envelope } = await ada.upload('/program/upload', tinyProgram(), data, 'file first');
    expect([status, envelope.status]).toEqual([200, 'success']);
    await entities().nativeDelete(Program, { name: 'Other order' });
  });

  it.each<[string, string | Buffer, unknown, number, string, string]>([
    ['a name that is taken', tinyProgram(), { ...PROGRAM, name: 'TINY' }, 409, 'PROGRAM_NAME_TAKEN', 'TINY'],
    [
      'a lease that is too short',
      tinyProgram(),
      { ...PROGRAM, execution_timeout: 59 },
      400,
      'INVALID_REQUEST',
      'data.execution_timeout',
    ],
    [
      'a lease that is too long',
      tinyProgram(),
      { ...PROGRAM, execution_timeout: 2_592_001 },
      400,
      'INVALID_REQUEST',
      'data.execution_timeout',
    ],
    ['no name', tinyProgram(), { ...PROGRAM, name: undefined }, 400, 'INVALID_REQUEST', 'data.name'],
    ['data that is no object', tinyProgram(), '7', 400, 'INVALID_REQUEST', 'data: '],
    ['no tar', 'x'.repeat(2000), { ...PROGRAM, name: 'a' }, 422, 'PROGRAM_INVALID', 'not a tar file'],
    [
      'a program that does not compile',
      tinyProgram('fn main( {'),
      { ...PROGRAM, name: 'b' },
      422,
      'PROGRAM_INVALID',
      '',
    ],
  ])('with %s is refused', async (_what, file, data, status, code, message) => {
    const answer = await ada.upload('/program/upload', file, data);
    expect(answer).toMatchObject({ status, envelope: { status: 'error', error_code: code } });
    expect(answer.envelope.error_message).toContain(message);
    expect(await entities().count(Program)).toBe(1);
  });

  it('without a session is refused before the upload is read', async () => {
    const answer = await donor.upload('/program/upload', 'x'.repeat(40_000_000), PROGRAM, 'file first');
    expect(answer).toMatchObject({ status: 403, envelope: { error_code: 'INVALID_TOKEN' } });
  });

  it('gives the archive back as it was', async () => {
    const answer = await donor.raw('GET', `/program/${programId}`);
    expect(Buffer.from(await answer.arrayBuffer()).equals(tinyProgram())).toBe(true);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="Tiny.tar"');
    const head = await donor.raw('HEAD', `/program/${programId}`);
    expect(head.headers.get('content-length')).toBe(String(tinyProgram().length));
    expect((await donor.json('GET', '/program/unknown')).envelope.error_code).toBe('PROGRAM_NOT_FOUND');
  });
});

describe('adding input groups', () => {
  afterEach(removeGroups);

  it('answers with an id, and the group is listed', async () => {
    const id = await addGroup('first', '1,2\n3\n');
    expect((await ada.json('GET', `/program/inputs/all/${programId}`)).envelope.data).toEqual({
      program_input_groups: [
        {
          input_group_id: id,
          program_id: programId,
          name: 'first',
          last_reserved: null,
          proven_datetime: null,
        },
      ],
      total_elements_amount: 1,
    });
  });

  it('says where a bad file is wrong', async () => {
    const answer = await ada.upload(
      `/program/inputs/${programId}`,
      '1,2\n3,x\n',
      { name: 'bad' },
      'file first',
    );
    expect(answer).toMatchObject({ status: 400, envelope: { error_code: 'INVALID_REQUEST' } });
    expect(answer.envelope.error_message).toMatch(/line 2, column 3/u);
  });

  it('refuses a name that disguises itself, by its field', async () => {
    const answer = await ada.upload(`/program/inputs/${programId}`, '1', { name: 'a\u200bb' });
    expect(answer.envelope.error_message).toMatch(/^data\.name: found the character U\+200B/u);
  });

  it('of another organization answers as if the program did not exist', async () => {
    const answers = [
      await bob.upload(`/program/inputs/${programId}`, '1', { name: 'x' }),
      await bob.json('GET', `/program/inputs/all/${programId}`),
      await bob.json('GET', `/program/proofs/${programId}`),
    ];
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 404, envelope: { error_code: 'PROGRAM_NOT_FOUND' } });
    }
    expect(await entities().count(InputGroup)).toBe(0);
  });
});

describe('reserving', () => {
  afterEach(removeGroups);

  it('answers with the file, and the reservation in the headers', async () => {
    const id = await addGroup('first', '1,2\n3\n');
    const answer = await donor.raw('GET', `/program/inputs/${programId}`);
    expect(await answer.text()).toBe('1,2\n3\n');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'cache-control': 'no-store',
      'x-input-group-id': id,
      'x-reservation-token': expect.stringMatching(/^.{20,}$/u) as string,
    });
    const expiresAt = Date.parse(answer.headers.get('x-reservation-expires-at') ?? '');
    expect(Math.abs(expiresAt - Date.now() - 600_000)).toBeLessThan(60_000);
    const again = await donor.json('GET', `/program/inputs/${programId}`);
    expect(again).toMatchObject({ status: 404, envelope: { error_code: 'INPUT_GROUP_NOT_FOUND' } });
  });

  it('answers with program and input in one tar', async () => {
    await addGroup('first', '7\n');
    const answer = await donor.raw('GET', `/program/program-and-inputs/${programId}`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(Number(answer.headers.get('content-length'))).toBe(bytes.length);
    writeFileSync(join(work, 'both.tar'), bytes);
    execFileSync('tar', ['-C', work, '-xf', join(work, 'both.tar')]);
    expect(readFileSync(join(work, 'program.tar')).equals(tinyProgram())).toBe(true);
    expect(readFileSync(join(work, 'input.csv'), 'utf8')).toBe('7\n');
    expect(answer.headers.get('x-reservation-token')).not.toBeNull();
  });

  it.each([
    ['HEAD', {}, 405],
    ['GET', { 'sec-fetch-site': 'cross-site' }, 403],
    ['GET', { origin: 'https://evil.example' }, 403],
    ['GET', { 'sec-purpose': 'prefetch' }, 403],
  ])('does not happen by %s with %j', async (method, headers, status) => {
    await addGroup('first', '1\n');
    for (const path of ['inputs', 'program-and-inputs']) {
      const answer = await donor.raw(method, `/program/${path}/${programId}`, { headers });
      expect(answer.status).toBe(status);
      await answer.text();
    }
    expect(await entities().count(Reservation)).toBe(0);
  });

  it('from an unknown program says so', async () => {
    const answer = await donor.json('GET', '/program/inputs/unknown');
    expect(answer).toMatchObject({ status: 404, envelope: { error_code: 'PROGRAM_NOT_FOUND' } });
  });

  it('gives the group back when the connection breaks before all is sent', async () => {
    const id = await addGroup('large', `0x${'f'.repeat(60)}\n`.repeat(200_000));
    const socket = connect(Number(new URL(server.base).port), '127.0.0.1');
    socket.write(`GET /program/inputs/${programId} HTTP/1.1\r\nHost: x\r\n\r\n`);
    await once(socket, 'data');
    expect((await entities().findOneOrFail(InputGroup, id)).state).toBe('RESERVED');
    socket.destroy();
    const deadline = Date.now() + 10_000;
    let state = '';
    while (state !== 'AVAILABLE' && Date.now() < deadline) {
      await setTimeout(20);
      state = (await entities().findOneOrFail(InputGroup, id)).state;
    }
    expect(state).toBe('AVAILABLE');
  });

  it('gives the group back when its file is gone', async () => {
    const id = await addGroup('first', '99\n');
    const group = await entities().findOneOrFail(InputGroup, id);
    await server.app.server.files.delete(group.inputSha256);
    const answer = await donor.json('GET', `/program/inputs/${programId}`);
    expect(answer.envelope.error_code).toBe('INPUT_GROUP_NOT_FOUND');
    expect((await entities().findOneOrFail(InputGroup, id)).state).toBe('AVAILABLE');
  });
});

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
