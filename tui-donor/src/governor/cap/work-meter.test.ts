import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { waitUntil } from '@cairn/tui-kit/test';
import { cpuTimeOf } from './cpu-time.js';
import { workMeter } from './work-meter.js';

const BUSY = "sh -c 'while :; do :; done'";

/** A client with a prover and a helper, both busy. */
async function clientWithHelper() {
  const script = `${BUSY} & one=$!; ${BUSY} & two=$!; echo $one; echo $two; read -r word; kill $one $two; wait`;
  const client = spawn('/bin/sh', ['-c', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(client, 'exit');
  let said = '';
  client.stdout.on('data', (text: Buffer) => {
    said += text.toString();
  });
  await waitUntil(() => said.split('\n').length === 3);
  const [prover = 0, helper = 0] = said.split('\n').map(Number);
  return {
    ...{ pid: client.pid ?? 0, prover, helper },
    async [Symbol.asyncDispose]() {
      client.stdin.end('done\n');
      await ended;
    },
  };
}

test('counts what the client has started beside the prover, up to its bound', async () => {
  await using client = await clientWithHelper();
  const { pid, prover, helper } = client;
  const time = (of: number): number => cpuTimeOf(of) ?? 0;
  const began = { prover: time(prover), helper: time(helper) };
  const [unbound, bound] = [workMeter(prover, pid), workMeter(prover, pid)];
  await waitUntil(() => time(helper) > began.helper + 200 && time(prover) > began.prover + 200);
  const atLeast = time(prover) - began.prover;
  const [used = 0, usedBound = 0] = [unbound(Number.POSITIVE_INFINITY), bound(50)];
  expect(used).toBeGreaterThanOrEqual(atLeast + 200);
  expect(usedBound).toBeLessThan(used - 100);
  expect(usedBound).toBeGreaterThanOrEqual(atLeast + 50);
});

test('does not tell of a prover that is no more', () => {
  expect(workMeter(2 ** 22 + 1)(1000)).toBeUndefined();
});
