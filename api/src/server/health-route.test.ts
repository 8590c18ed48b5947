import { send } from '../test/send.js';
import { TestServer } from '../test/test-server.js';
import { until } from '../test/until.js';

let server: TestServer;

beforeEach(async () => {
  server = await TestServer.start();
});
afterEach(() => server[Symbol.asyncDispose]());

async function ask(path: string): Promise<[number, unknown]> {
  const { status, body } = await send(server.url + path);
  return [status, JSON.parse(body.toString())];
}

it('answers /healthz while it is alive and /readyz when it is ready, and says which part is missing', async () => {
  expect(await ask('/readyz')).toEqual([200, { status: 'ready' }]);
  server.app.server.prover.check = () => Promise.reject(new Error('no binary at /secret/place'));
  await until(async () => (await ask('/readyz'))[0] === 503);
  expect(await ask('/readyz')).toEqual([
    503,
    { status: 'not ready', reason: "The prover does not answer; the server's log says why." },
  ]);
  expect(await ask('/healthz')).toEqual([200, { status: 'alive' }]);
  expect(server.logged.find((line) => line.includes('not ready'))).toContain('/secret/place');
});

it('asks the parts once for many who ask at the same time, and once more for those who come soon after', async () => {
  let checks = 0;
  server.app.server.files.check = async () => {
    checks += 1;
  };
  const began = performance.now();
  for (let round = 0; round < 2; round += 1)
    await Promise.all(Array.from({ length: 20 }, () => ask('/readyz')));
  expect(checks).toBeGreaterThan(0);
  expect(checks).toBeLessThanOrEqual(1 + Math.floor((performance.now() - began) / 1000));
});
