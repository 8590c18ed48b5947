import type { CaseTable, Send } from './contract-case.js';
import type { ContractWorld } from './contract-world.js';

const account = (username: string) => ({
  username,
  password: 'correct horse',
  name: 'Ada',
  description: '',
});

/** The session that comes with the world. */
const credentials = ({ proven }: ContractWorld) => ({
  username: proven.session.organization.username,
  password: 'correct horse',
});

const logOut: Send = (as, { proven }) =>
  as.sendJson('DELETE', '/account/refresh-token', { token_id: proven.session.refreshToken.id });

const refresh =
  (tokenOf: (world: ContractWorld) => string): Send =>
  (as, world) =>
    as.sendJson('POST', '/account/refresh-token', { refresh_token: tokenOf(world) });

const withOwnToken = refresh(({ proven }) => proven.session.refreshToken.token);

export const ACCOUNT_CASES: CaseTable = {
  registerAccount: {
    success: (as, world) => as.sendJson('POST', '/account/register', account(world.fresh())),
    errors: {
      USERNAME_ALREADY_EXISTS: (as, world) =>
        as.sendJson('POST', '/account/register', account(credentials(world).username)),
    },
  },
  logIn: {
    success: (as, world) => as.sendJson('POST', '/account/login', credentials(world)),
    errors: {
      WRONG_CREDENTIALS: (as, world) =>
        as.sendJson('POST', '/account/login', { ...credentials(world), password: 'wrong horse' }),
    },
  },
  refreshBasicToken: {
    success: withOwnToken,
    errors: {
      BAD_BASE_64_ENCODING: refresh(() => 'a!.b.c'),
      INVALID_TOKEN: refresh(({ proven }) => proven.session.basicToken.token),
      REFRESH_TOKEN_NOT_FOUND: async (as, world) => {
        await logOut(as, world);
        return withOwnToken(as, world);
      },
    },
  },
  logOut: {
    success: logOut,
    errors: {
      REFRESH_TOKEN_NOT_FOUND: async (as, world) => {
        await logOut(as, world);
        return logOut(as, world);
      },
    },
  },
  listOrganizations: {
    success: (as) => as.raw('GET', '/account/organizations?limit=50&page=1&name_filter=a'),
    errors: {},
  },
};
