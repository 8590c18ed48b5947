import { childEnvironment } from './child-environment.js';

test('passes what a prover needs and keeps secrets back', () => {
  const env = { PATH: '/bin', CAIRN_PROVER_LOG: 'x', DATABASE_URL: 'mysql://u:p@h', TOKEN_SECRET: 's' };
  expect(childEnvironment(env)).toEqual({ PATH: '/bin', CAIRN_PROVER_LOG: 'x' });
});
