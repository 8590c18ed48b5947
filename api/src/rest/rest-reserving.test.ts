import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { InputGroup } from '../input-group/input-group.entity.js';
import { Reservation } from '../reservation/reservation.entity.js';
import { until } from '../test/until.js';
import type { RestClient } from './test/rest-client.js';
import type { RestServer } from './test/rest-server.js';
import { RestWorld } from './test/rest-world.js';
import { tinyProgram } from './test/tiny-program.js';

let world: RestWorld;
let server: RestServer;
let donor: RestClient;
let programId: string;
let work: string;

beforeAll(async () => {
  world = await RestWorld.make();
  ({ server, donor, programId, work } = world);
}, 60_000);
afterAll(() => world.end());

const entities = () => world.entities();
const addGroup = (name: string, csv: string) => world.addGroup(name, csv);
const removeGroups = () => world.removeGroups();

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

  it('gives the group back when the connection broke before there was a reservation', async () => {
    const id = await addGroup('first', '1\n');
    const holder = entities();
    await holder.begin();
    await holder.nativeUpdate(InputGroup, id, { nameKey: 'held' });
    const socket = connect(Number(new URL(server.base).port), '127.0.0.1');
    socket.write(`GET /program/inputs/${programId} HTTP/1.1\r\nHost: x\r\n\r\n`);
    const [, answer] = await once(server.app.http.server, 'request');
    socket.destroy();
    await once(answer, 'close');
    await holder.commit();
    await until(async () => (await entities().count(Reservation, { state: 'RELEASED' })) === 1);
    expect((await entities().findOneOrFail(InputGroup, id)).state).toBe('AVAILABLE');
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
