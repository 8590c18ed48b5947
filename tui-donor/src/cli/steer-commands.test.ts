import { chmod, mkdir, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { temporaryFolder } from '@cairn/tui-kit/test';
import { controlSocketPath } from '../control/control-socket-path.js';
import type { DonorStatus } from '../session/donor-status.js';
import { DonorProcess } from '../test/donor-process.js';
import { nobody } from '../test/nobody.js';

/** A donor that waits for a server which is not there, in a folder of its own, and commands to it. */
async function waitingDonor(...flags: string[]) {
  const folder = await temporaryFolder();
  const server = await nobody();
  const args = ['run', '--json', '--wait', '--server', server, '--data-dir', folder.path, ...flags];
  const donor = new DonorProcess(args, { CAIRN_DONOR_ON_BATTERY: 'work' });
  const say = async (exitCode: number, ...words: string[]): Promise<DonorProcess> => {
    const command = new DonorProcess([...words, '--json', '--data-dir', folder.path]);
    await command.end(exitCode);
    return command;
  };
  const status = async (...words: string[]): Promise<DonorStatus> =>
    (await say(0, ...words)).lines[0]?.status as DonorStatus;
  await donor.until((told) => told.events('retrying').length > 0);
  return {
    donor,
    dataDir: folder.path,
    server,
    say,
    status,
    async [Symbol.asyncDispose]() {
      await donor.kill();
      await folder[Symbol.asyncDispose]();
    },
  };
}

test('tells how it stands, pauses, goes on, snoozes and ends', async () => {
  await using made = await waitingDonor('--cpus', '0.5');
  const { donor, status, dataDir, server } = made;
  expect(await status('status')).toMatchObject({
    state: 'connecting',
    reasons: [],
    server,
    dataDir,
    pid: donor.pid,
    cpus: 0.5,
    isFinishing: false,
    trouble: expect.stringContaining('cannot reach the server'),
  });
  expect(await status('pause')).toMatchObject({
    state: 'paused',
    reasons: [{ code: 'USER', why: 'you paused it' }],
  });
  expect(await status('resume')).toMatchObject({ state: 'connecting', reasons: [] });
  expect(await status('snooze', '1h30m')).toMatchObject({ state: 'paused', reasons: [{ code: 'SNOOZE' }] });
  expect(await status('resume')).toMatchObject({ reasons: [] });
  expect(donor.events('paused').map(({ code }) => code)).toEqual(['USER', 'SNOOZE']);
  expect(donor.events('continued')).toHaveLength(2);
  // Of the two the last one holds.
  await status('pause');
  expect(await status('snooze', '1h')).toMatchObject({ reasons: [{ code: 'SNOOZE' }] });
  expect((await status('pause')).reasons.map(({ code }) => code)).toEqual(['USER']);
  await status('resume');
  expect(await status('finish')).toMatchObject({ isFinishing: true });
  await donor.end();
  expect(donor.events('stopped')).toMatchObject([{ why: 'finished', proofs: 0 }]);
});

test('is capped for the moment, and takes the settings again', async () => {
  await using made = await waitingDonor('--cpus', '0.5');
  const { status, say } = made;
  expect(await status('cap', '0.25')).toMatchObject({ cpus: 0.25, cap: 0.25 });
  expect((await say(2, 'cap', '1000')).stderr).toContain(
    'the cap is "1000"\nexpected: a number from 0.001 to',
  );
  expect(await status('cap', 'none')).toMatchObject({ cpus: 0.5, cap: null });
});

test('is followed from another process until it ends', async () => {
  await using made = await waitingDonor();
  const { donor, status, dataDir } = made;
  await using follower = new DonorProcess(['status', '--follow', '--json', '--data-dir', dataDir]);
  await follower.until(({ lines }) => lines.length > 0);
  await status('pause');
  await status('finish');
  await Promise.all([donor.end(), follower.end()]);
  expect(follower.lines[0]).toMatchObject({ status: { pid: donor.pid } });
  const story = follower.story.filter((event) => event !== 'retrying');
  expect(story).toEqual(['paused', 'stopped']);
});

test('has words for people too', async () => {
  await using made = await waitingDonor();
  const { dataDir } = made;
  const command = new DonorProcess(['pause', '--data-dir', dataDir], {}, 'text');
  await command.end();
  expect(command.text).toMatch(
    /^paused: you paused it\nworks for http:.* \(mode auto\), process \d+, since /u,
  );
});

test.each([['status'], ['pause'], ['resume'], ['finish'], ['snooze', '2h'], ['cap', '1']])(
  'says that none is running, to %s %s',
  async (...words) => {
    await using folder = await temporaryFolder();
    const command = new DonorProcess([...words, '--json', '--data-dir', folder.path]);
    await command.end(1);
    expect(command.stderr).toContain(`error: no cairn-donor is running in ${folder.path}\n`);
    expect(command.lines).toMatchObject([{ error: { code: 'NOT_RUNNING' } }]);
  },
);

test.each(['2', '2 hours', '0s', '31d', '-1h', 'h'])('explains a snooze of %j', async (duration) => {
  const command = new DonorProcess(['snooze', '--', duration]);
  await command.end(2);
  expect(command.stderr).toContain('expected: a time from 1s to 30d, such as 30m, 2h or 1h30m');
});

test('replaces the socket of one that was killed, and is for its user alone', async () => {
  await using folder = await temporaryFolder();
  await chmod(folder.path, 0o755);
  await mkdir(join(folder.path, 'control'), { mode: 0o755 });
  await writeFile(controlSocketPath(folder.path), 'left over');
  const server = await nobody();
  const donor = new DonorProcess(['run', '--json', '--wait', '--server', server, '--data-dir', folder.path]);
  await donor.until((told) => told.events('retrying').length > 0);
  expect((await stat(controlSocketPath(folder.path))).mode & 0o777).toBe(0o600);
  expect((await stat(join(folder.path, 'control'))).mode & 0o777).toBe(0o700);
  await donor.kill();
  const command = new DonorProcess(['status', '--json', '--data-dir', folder.path]);
  await command.end(1);
  expect(command.lines).toMatchObject([{ error: { code: 'NOT_RUNNING' } }]);
});

test.each<[string, object]>([
  ['{"cairn":2,"id":"a","do":"status"}', { id: 'a', error: { code: 'OTHER_PROTOCOL' } }],
  ['{"cairn":1,"id":"b","do":"explode"}', { id: 'b', error: { code: 'BAD_REQUEST' } }],
  ['{"cairn":1,"id":"c","do":"snooze","seconds":1e12}', { id: 'c', error: { code: 'BAD_REQUEST' } }],
  ['{"cairn":1,"id":"d","do":"cap","cpus":100000}', { id: 'd', error: { code: 'USAGE' } }],
  ['nonsense', { id: null, error: { code: 'BAD_REQUEST' } }],
  ['x'.repeat(5000), { id: null, error: { code: 'REQUEST_TOO_LONG' } }],
])('answers %.40s with an error, and lives on', async (request, answer) => {
  await using made = await waitingDonor();
  const { dataDir, status } = made;
  const socket = connect(controlSocketPath(dataDir));
  const lines = createInterface(socket)[Symbol.asyncIterator]();
  const next = async (): Promise<unknown> => JSON.parse(String((await lines.next()).value));
  expect(await next()).toEqual({ cairn: 1, pid: made.donor.pid });
  socket.write(`${request}\n`);
  expect(await next()).toMatchObject(answer);
  socket.destroy();
  expect(await status('status')).toMatchObject({ state: 'connecting' });
});
