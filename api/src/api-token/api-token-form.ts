/** API tokens begin so: they are told apart from session tokens, and tools that look for leaked secrets know them. */
export const API_TOKEN_PREFIX = 'cairn_';

/** Whether a token has the form of an API token. */
export function isApiToken(token: string): boolean {
  return token.startsWith(API_TOKEN_PREFIX);
}
