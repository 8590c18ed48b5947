import { readFile, writeFile } from 'node:fs/promises';
import { compilePackage, execute, ProverCancelled, ProverError, type ProverEvent, replay } from '../index.js';
import { failureOf } from '../test/failure-of.js';
import { fakeProver } from '../test/fake-prover.js';
import { workshop } from '../test/workshop.js';

test('a sound execution passes before its proof begins, a damaged one and one that is too large are told', async () => {
  await using shop = await workshop();
  const [executable, execution] = [shop.at('sum.json'), shop.at('sum.execution')];
  await compilePackage({ packageDir: shop.folder, output: executable });
  await execute({ executable, input: await shop.write('in.csv', '1, 2\n'), output: execution });
  const events: ProverEvent[] = [];
  await replay(execution, { onEvent: (event) => void events.push(event), timeoutSeconds: 60 });
  expect(events.map((event) => event.event === 'phase' && event.phase)).not.toContain('verify');

  const tooLarge = await failureOf(replay(execution, { maxMemoryBytes: 1 }), ProverError);
  expect(tooLarge.code).toBe('MEMORY_LIMIT');
  const file = await readFile(execution);
  await writeFile(shop.at('cut'), file.subarray(0, -1));
  expect((await failureOf(replay(shop.at('cut')), ProverError)).code).toBe('EXECUTION_TRUNCATED');
});

const phase = (name: string) => `echo '{"event":"phase","phase":"${name}","seconds":0}'`;
const refused = (details: string) =>
  `echo '{"error":{"code":"MEMORY_LIMIT","message":"m","help":"h"${details}}}'; exit 3`;

test('one that is replayed, and whose proof is too large, has passed', async () => {
  await using fake = await fakeProver(`${phase('load')}; ${phase('replay')}; ${refused(',"needed":12')}`);
  await replay('x', { binary: fake.binary });
});

test.each([
  ['before the replay', `${phase('load')}; ${refused(',"needed":12')}`],
  ['during it', `${phase('load')}; ${phase('replay')}; ${refused(',"limit":9')}`],
])('one whose memory ends %s has not', async (_, script) => {
  await using fake = await fakeProver(script);
  await failureOf(replay('x', { binary: fake.binary }), ProverError);
});

test('can be cancelled while it replays', async () => {
  await using fake = await fakeProver(`${phase('load')}; ${phase('replay')}; sleep 60`);
  const controller = new AbortController();
  const onEvent = (event: ProverEvent) =>
    event.event === 'phase' && event.phase === 'replay' && controller.abort();
  await failureOf(replay('x', { binary: fake.binary, signal: controller.signal, onEvent }), ProverCancelled);
});
