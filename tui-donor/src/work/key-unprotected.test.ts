import { Credit } from '../credit/credit.js';
import { donorKeyFile } from '../credit/donor-key.js';
import { scriptedServer } from '../test/scripted-server.js';
import { testBench } from '../test/test-bench.js';
import { runDonor } from './run-donor.js';

const signal = new AbortController().signal;

test.each([false, true])('tells once that others may read the key: %s', async (isUnprotected) => {
  await using server = await scriptedServer({ ServerKeys: () => ({ serverInfo: { receiptKeys: [] } }) });
  await using bench = await testBench(server.url);
  const credit = new Credit({ dataDir: bench.dataDir, serverUrl: server.url, nickname: () => null });
  const file = donorKeyFile(bench.dataDir);
  if (isUnprotected) Object.defineProperty(credit, 'unprotectedKey', { value: file });
  await runDonor({ ...bench, credit }, { mode: 'full', count: 0, wait: false }, signal);
  const told = bench.events.filter(({ event }) => event === 'key-unprotected');
  expect(told).toEqual(isUnprotected ? [{ event: 'key-unprotected', file }] : []);
});
