import { readdir } from 'node:fs/promises';
import {
  commitInput,
  compilePackage,
  dryRun,
  execute,
  inspectProof,
  ProverCancelled,
  type ProverChild,
  ProverError,
  type ProverEvent,
  ProverTimeout,
  ProverWorker,
  prove,
  verify,
} from './index.js';
import { failureOf } from './test/failure-of.js';
import { workshop } from './test/workshop.js';

/** A program, its execution and a proof of it, all made by one real worker. */
let shop: Awaited<ReturnType<typeof workshop>>;
let worker: ProverWorker;
let files: { executable: string; execution: string; proof: string; input: string };
const pids = new Set<number>();
const onSpawn = ({ pid }: ProverChild) => pids.add(pid);

beforeAll(async () => {
  shop = await workshop();
  worker = new ProverWorker({ threads: 2 });
  const input = await shop.write('input.csv', '1, 2, 0x3\n');
  const [executable, execution, proof] = [shop.at('sum.json'), shop.at('execution'), shop.at('proof')];
  files = { executable, execution, proof, input };
  await compilePackage({ packageDir: shop.folder, output: executable }, { worker, onSpawn });
  await execute({ executable, input, output: execution }, { worker, onSpawn });
  await prove({ execution, output: proof }, { worker, onSpawn });
}, 120_000);

afterAll(async () => {
  await worker.close();
  await shop[Symbol.asyncDispose]();
});

test('one process does everything, and a second proof is the first one again', async () => {
  const output = shop.at('second.proof');
  const events: ProverEvent[] = [];
  const onEvent = (event: ProverEvent) => events.push(event);
  const second = await prove({ execution: files.execution, output }, { worker, onSpawn, onEvent });
  expect(await inspectProof(files.proof, { worker, onSpawn })).toMatchObject({ sha256: second.sha256 });
  expect(events).toContainEqual(expect.objectContaining({ event: 'phase', phase: 'prove' }));
  expect(pids.size).toBe(1);
}, 60_000);

test('answers are the same as of a process, refusals too', async () => {
  const alone = await verify(files);
  expect(alone).toMatchObject({ valid: true });
  expect({ ...(await verify(files, { worker })), seconds: 0 }).toEqual({ ...alone, seconds: 0 });
  const bad = await shop.write('bad.csv', '1,2\n3,four\n');
  const [refused, refusedJob] = await Promise.all([
    failureOf(commitInput(bad), ProverError),
    failureOf(commitInput(bad, { worker }), ProverError),
  ]);
  expect({ ...refusedJob, seconds: 0 }).toEqual({ ...refused, seconds: 0 });
  const other = await shop.write('other.csv', '1, 2, 4\n');
  expect(await verify({ ...files, input: other }, { worker })).toMatchObject({ reason: 'WRONG_INPUT' });
});

test('verifies one proof after the other', async () => {
  const verdicts = await Promise.all(Array.from({ length: 50 }, () => verify(files, { worker, onSpawn })));
  expect(verdicts.filter(({ valid }) => valid)).toHaveLength(50);
  expect(pids.size).toBe(1);
});

test('a proof can be cancelled, and the next job is done', async () => {
  const controller = new AbortController();
  const onEvent = (event: ProverEvent) =>
    event.event === 'phase' && event.phase === 'prove' && controller.abort();
  const request = { execution: files.execution, output: shop.at('cancelled.proof') };
  const proving = prove(request, { worker, signal: controller.signal, onEvent });
  const waiting = verify(files, { worker });
  expect((await failureOf(proving, ProverCancelled)).requested).toBe(true);
  expect(await waiting).toMatchObject({ valid: true });
  expect(await readdir(shop.folder)).not.toContain('cancelled.proof');
}, 60_000);

test('a worker that is killed in the middle of a proof costs time, and not the proof', async () => {
  const events: ProverEvent[] = [];
  const children: ProverChild[] = [];
  const onEvent = (event: ProverEvent) => {
    events.push(event);
    if (children.length === 1 && event.event === 'phase' && event.phase === 'prove')
      process.kill(children[0]?.pid ?? 0, 'SIGKILL');
  };
  const request = { execution: files.execution, output: shop.at('late.proof') };
  const proven = await prove(request, { worker, onEvent, onSpawn: (child) => children.push(child) });
  expect(await verify({ ...files, proof: request.output }, { worker })).toMatchObject({
    sha256: proven.sha256,
  });
  expect(children).toHaveLength(2);
  expect(events.filter(({ event }) => event === 'restarted')).toHaveLength(1);
}, 60_000);

test('a program that loops is ended, and the worker goes on', async () => {
  const input = await shop.write('endless.csv', '13\n');
  const endless = { executable: files.executable, input, maxSteps: 2 ** 40 };
  const before: number[] = [];
  const options = { worker, onSpawn: ({ pid }: ProverChild) => before.push(pid) };
  await failureOf(dryRun(endless, { ...options, timeoutSeconds: 0.5 }), ProverTimeout);
  const limited = await failureOf(dryRun({ ...endless, maxSteps: 100_000 }, options), ProverError);
  expect(limited).toMatchObject({ code: 'STEP_LIMIT', exitCode: 3 });
  expect(await dryRun(files, options)).toMatchObject({ tier: 'small' });
  expect(new Set(before).size).toBe(1);
});
