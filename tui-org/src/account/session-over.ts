import { ClientError } from '@cairn/tui-kit';

const OVER = ['NOT_LOGGED_IN', 'SESSION_EXPIRED', 'OTHER_ACCOUNT'];

/** Whether only a person can go on: by logging in again. */
export function isSessionOver(error: unknown): boolean {
  return error instanceof ClientError && OVER.includes(error.code);
}

/** Nobody is logged in. */
export function notLoggedIn(url: string): ClientError {
  return new ClientError(`nobody is logged in at ${url}`, {
    code: 'NOT_LOGGED_IN',
    expected: 'a session of an organization',
    help: 'run `cairn-org login --username U`; without an account yet, `cairn-org register --username U --name N`',
  });
}

/** The server does not know the session any more. */
export function sessionExpired(username: string, url: string, cause: unknown): ClientError {
  return new ClientError(`the session of ${username} at ${url} has expired`, {
    code: 'SESSION_EXPIRED',
    expected: 'a session that the server still knows',
    help: `run \`cairn-org login --username ${username}\``,
    cause,
  });
}

/** Another account was logged in here while the screen was open for the first one. */
export function otherAccount(username: string, url: string): ClientError {
  return new ClientError(`${username} was logged in at ${url} meanwhile, which is another account`, {
    code: 'OTHER_ACCOUNT',
    expected: 'the account that was signed in before',
    help: 'sign in anew; what is not yet sent is kept for its account',
  });
}
