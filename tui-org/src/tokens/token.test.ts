import { startLab } from '../test/with-api.js';

test('a token is made, shown once, listed and ended', async () => {
  await using lab = await startLab();
  expect((await lab.org('token', 'list')).stdout).toBe('No tokens.\n');
  const scopes = ['--scope', 'proofs:read', 'inputs:write'];
  const [made] = (await lab.org('token', 'create', '--name', 'nightly', ...scopes, '--days', '3', '--json'))
    .records;
  expect(made).toMatchObject({
    name: 'nightly',
    scopes: ['PROOFS_READ', 'INPUTS_WRITE'],
    token: expect.any(String),
  });
  const answer = await fetch(`${lab.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${made?.token}` },
    body: JSON.stringify({ query: '{ proofs { totalCount } }' }),
  });
  expect(await answer.json()).toEqual({ data: { proofs: { totalCount: 0 } } });
  const listed = (await lab.org('token', 'list')).stdout;
  expect(listed).toMatch(/nightly +proofs:read inputs:write/);
  expect(listed).not.toContain(String(made?.token));

  const revoke = ['token', 'revoke', String(made?.id)];
  expect(await lab.org(...revoke)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('are refused from now on'),
  });
  expect(await lab.org(...revoke, '--yes')).toMatchObject({ code: 0 });
  expect((await lab.org('token', 'list')).stdout).toBe('No tokens.\n');
  expect(await lab.org(...revoke, '--yes')).toMatchObject({ code: 2 });
});
