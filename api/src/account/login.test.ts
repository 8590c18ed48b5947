import { TestServer } from '../test/test-server.js';
import { login } from './login.js';
import { register } from './register.js';

it('lets no more guesses pass when they come together', async () => {
  await using server = await TestServer.start();
  const account = { username: 'ada', password: 'a long password', name: 'Ada', description: '' };
  await register(server.context(), account);
  const guesses = Array.from({ length: 25 }, (_, n) =>
    login(server.context(), { username: 'ada', password: `guess ${n}` }).catch((error: unknown) => error),
  );
  const codes = (await Promise.all(guesses)).map((error) => (error as { code: string }).code);
  expect(codes.filter((code) => code === 'WRONG_CREDENTIALS')).toHaveLength(10);
  expect(codes.filter((code) => code === 'RATE_LIMITED')).toHaveLength(15);
});
