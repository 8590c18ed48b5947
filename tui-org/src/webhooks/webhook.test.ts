import { startLab } from '../test/with-api.js';

test('a webhook is added, tested, given another secret and removed', async () => {
  await using lab = await startLab();
  expect((await lab.org('webhook', 'list')).stdout).toBe('No webhooks.\n');
  expect(await lab.org('webhook', 'add', 'http://127.0.0.1:1/', '--event', 'proof-verified')).toMatchObject({
    code: 2,
  });
  const url = 'https://192.0.2.1/cairn';
  const [added] = (await lab.org('webhook', 'add', url, '--event', 'proof-verified', '--json')).records;
  expect(added).toMatchObject({ url, events: ['PROOF_VERIFIED'], secret: expect.any(String) });
  const id = String(added?.id);
  expect((await lab.org('webhook', 'list')).stdout).toMatch(/https:\/\/192\.0\.2\.1\/cairn +proof-verified/);

  expect((await lab.org('webhook', 'deliveries', id)).stdout).toBe('It was told nothing yet.\n');
  expect(await lab.org('webhook', 'test', id)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('soon'),
  });
  expect((await lab.org('webhook', 'deliveries', id, '--json')).records).toEqual([
    expect.objectContaining({ event: 'TEST' }),
  ]);

  const [rotated] = (await lab.org('webhook', 'rotate', id, '--yes', '--json')).records;
  expect(rotated?.secret).not.toBe(added?.secret);
  expect(await lab.org('webhook', 'remove', id)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('is lost'),
  });
  expect(await lab.org('webhook', 'remove', id, '--yes')).toMatchObject({ code: 0 });
  expect((await lab.org('webhook', 'list', '--json')).records).toEqual([]);
});
