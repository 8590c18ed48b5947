import { hkdfSync, randomBytes } from 'node:crypto';

/** A random seed, which is what the table keeps of a secret. */
export function newSecretSeed(): string {
  return `seed_${randomBytes(32).toString('base64url')}`;
}

/**
 * The secret that signs a webhook's deliveries: 256 bits, told apart from other secrets by how it begins. It is derived
 * from its seed and the server's own secret, so that whoever has the table alone, of a backup or a leak, cannot sign.
 */
export function webhookSecret(serverSecret: string, seed: string): string {
  const key = hkdfSync('sha256', serverSecret, seed, 'cairn webhook secret', 32);
  return `whsec_${Buffer.from(key).toString('base64url')}`;
}
