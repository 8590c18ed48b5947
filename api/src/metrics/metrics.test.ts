import { ProvenWorld } from '../test/proven-world.js';
import { send } from '../test/send.js';
import { TestServer } from '../test/test-server.js';

const METRICS = { metrics: { bind: '127.0.0.1', port: 0 } } as const;

async function read(server: TestServer): Promise<string> {
  const { status, headers, body } = await send(server.app.metricsUrl ?? '');
  expect([status, headers['content-type']]).toEqual([200, expect.stringContaining('text/plain')]);
  return body.toString();
}

it('counts requests, claims, the life of groups, verifications and what waits', async () => {
  await using world = await ProvenWorld.make({ server: METRICS });
  const { server, groups, fixture } = world;
  const { token } = await world.reserve('EXECUTE_AND_PROVE', '10.0.0.1');
  await world.submit(groups.a, fixture.a.proof, token);
  await world.submit(groups.b, fixture.a.proof).catch(() => undefined);
  for (const kind of ['EXECUTE', 'EXECUTE', 'EXECUTE'] as const)
    await world.reserve(kind).catch(() => undefined);
  await send(`${server.url}/program/organization/somebody-in-particular`);
  const text = await read(server);
  for (const line of [
    /^cairn_http_request_seconds_count\{method="GET",route="\/program\/organization\/:organization_id",status="404"\} 1$/m,
    /^cairn_operations_total\{operation="reserveInputGroup",outcome="ok"\} 3$/m,
    /^cairn_operations_total\{operation="reserveInputGroup",outcome="INPUT_GROUP_NOT_FOUND"\} 1$/m,
    /^cairn_operations_total\{operation="submitProof",outcome="ok"\} 1$/m,
    /^cairn_operations_total\{operation="submitProof",outcome="PROOF_REJECTED"\} 1$/m,
    /^cairn_verification_seconds_count\{outcome="valid"\} 1$/m,
    /^cairn_verification_seconds_count\{outcome="WRONG_INPUT"\} 1$/m,
    /^cairn_prover_jobs\{kind="verifications",state="waiting"\} 0$/m,
    /^cairn_input_groups\{state="PROVEN"\} 1$/m,
    /^cairn_input_groups\{state="RESERVED"\} 2$/m,
    /^cairn_input_groups\{state="FAILED"\} 0$/m,
    /^cairn_webhook_deliveries_waiting 0$/m,
    /^cairn_execution_checks_waiting 0$/m,
    /^cairn_reservations_expired_total 0$/m,
    /^process_resident_memory_bytes \d+$/m,
  ])
    expect(text).toMatch(line);
  expect(text).not.toContain('somebody-in-particular');
});

it('are read on their own listener, or not at all', async () => {
  await using server = await TestServer.start({ server: METRICS });
  expect((await send(`${server.url}/metrics`)).status).toBe(404);
  expect((await send((server.app.metricsUrl ?? '').replace('/metrics', '/graphql'))).status).toBe(404);
  await using silent = await TestServer.start();
  expect(silent.app.metricsUrl).toBeUndefined();
});
