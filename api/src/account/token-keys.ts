import { createHmac } from 'node:crypto';

/**
 * The secrets of one kind of token: the first signs, all of them are taken when a token is checked. An operator who
 * changes the secret puts the old one behind the new one until the tokens that it has signed have ended.
 */
export type TokenSecrets = readonly [signing: string, ...earlier: string[]];

/** Names a secret in a token's header (`kid`) without telling it. */
export function keyIdOf(secret: string): string {
  return createHmac('sha256', secret).update('cairn key id').digest('hex').slice(0, 16);
}

/** The secret that a token's header names; undefined when it is not, or no longer, one of ours. */
export function secretOf(secrets: TokenSecrets, keyId: string | undefined): string | undefined {
  return secrets.find((secret) => keyIdOf(secret) === keyId);
}
