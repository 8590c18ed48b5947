const HELP: Readonly<Record<string, string>> = {
  WRONG_CREDENTIALS: 'check the user name and the password, or register first',
  USERNAME_ALREADY_EXISTS: 'choose another user name, or log in if the account is yours',
  PROGRAM_NAME_TAKEN: 'choose another name, or add input groups to the program that has this one',
  INVALID_REQUEST: 'correct it and try again',
  INVALID_TOKEN: 'log in again',
  REFRESH_TOKEN_NOT_FOUND: 'log in again',
  BAD_BASE_64_ENCODING: 'log in again',
  FORBIDDEN: 'log in with an account that may do this',
  ANSWER_TOO_LARGE: 'ask for fewer at once',
  RATE_LIMITED: 'wait a little and try again',
  SERVER_BUSY: 'wait a little and try again',
  INTERNAL_SERVER_ERROR: 'try again; if it stays so, the reason is in the log of the server',
};

/** @returns what a person can do about an error code of the server, where there is something to say */
export function helpForServerCode(code: string): string | undefined {
  return Object.hasOwn(HELP, code) ? HELP[code] : undefined;
}
