import { z } from 'zod';
import { trustedProxies } from './trusted-proxies.js';

const positive = (what: string) => z.int(`expected ${what}`).positive(`expected ${what}, more than 0`);
const secret = z.union([
  z.literal(''),
  z
    .string()
    .min(32, 'expected at least 32 random characters, or nothing for a secret that is made on first start'),
]);
const earlierSecrets = z
  .array(z.string().min(32, 'expected at least 32 characters'))
  .max(10, 'expected at most ten earlier secrets')
  .default([]);

/** The configuration file `dev.json`; empty texts mean "not set". Unknown fields are mistakes. */
export const configFile = z.strictObject({
  database_url: z.string().default(''),
  token: z
    .strictObject({
      basic_token_secret: secret.default(''),
      earlier_basic_token_secrets: earlierSecrets,
      basic_token_minutes_duration: positive('whole minutes')
        .max(7 * 24 * 60, 'expected at most a week')
        .default(60),
      refresh_token_secret: secret.default(''),
      earlier_refresh_token_secrets: earlierSecrets,
      refresh_token_days_duration: positive('whole days').max(3650, 'expected at most ten years').default(30),
    })
    .prefault({}),
  trusted_proxies: trustedProxies.default([]),
  files_storage: z
    .strictObject({
      connection_string: z.string().default(''),
      arguments_serarator: z.string().default(':'),
      endpoint: z.string().default(''),
    })
    .prefault({}),
});

export type ConfigFile = z.infer<typeof configFile>;
