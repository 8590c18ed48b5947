import { InputGroup } from '../input-group/input-group.entity.js';
import { Program } from '../program/program.entity.js';
import type { RestClient } from './test/rest-client.js';
import { PROGRAM, RestWorld } from './test/rest-world.js';
import { tinyProgram } from './test/tiny-program.js';

let world: RestWorld;
let donor: RestClient;
let ada: RestClient;
let bob: RestClient;
let programId: string;

beforeAll(async () => {
  world = await RestWorld.make();
  ({ donor, ada, bob, programId } = world);
}, 60_000);
afterAll(() => world.end());

const entities = () => world.entities();
const addGroup = (name: string, csv: string) => world.addGroup(name, csv);
const removeGroups = () => world.removeGroups();

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

describe('deleting', () => {
  it('takes an input group of one own program', async () => {
    const [kept, gone] = [await addGroup('kept', '1'), await addGroup('gone', '2')];
    const path = `/program/input/${programId}/${gone}`;
    expect(await bob.json('DELETE', path)).toMatchObject({ envelope: { error_code: 'PROGRAM_NOT_FOUND' } });
    expect(await ada.json('DELETE', path)).toEqual({
      status: 200,
      envelope: { status: 'success', data: null },
    });
    expect(await ada.json('DELETE', path)).toMatchObject({
      envelope: { error_code: 'INPUT_GROUP_NOT_FOUND' },
    });
    expect(await entities().find(InputGroup, {})).toMatchObject([{ id: kept }]);
  });

  it('takes a program with its input groups', async () => {
    await addGroup('first', '1');
    const path = `/program/${programId}`;
    expect(await bob.json('DELETE', path)).toMatchObject({ envelope: { error_code: 'PROGRAM_NOT_FOUND' } });
    expect(await donor.json('DELETE', path)).toMatchObject({ envelope: { error_code: 'INVALID_TOKEN' } });
    expect(await ada.json('DELETE', path)).toMatchObject({ status: 200 });
    expect(await ada.json('DELETE', path)).toMatchObject({ status: 404 });
    expect([await entities().count(Program), await entities().count(InputGroup)]).toEqual([0, 0]);
  });
});
