import { z } from 'zod';
import { settingsWrong } from './config-error.js';
import { trustedProxies } from './trusted-proxies.js';

const wholeNumber = (min: number, max: number, what: string) =>
  z.preprocess(
    (text) => (typeof text === 'string' && /^\d{1,15}$/u.test(text) ? Number(text) : text),
    z.int(`expected ${what}`).min(min, `expected ${what}`).max(max, `expected ${what}`),
  );

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** From which severity on something is logged. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Texts with commas between them. */
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

const origin = z
  .string()
  .refine(
    (text) => URL.canParse(text) && new URL(text).origin === text,
    'expected origins such as https://app.example.org, with commas between them',
  );

const environment = z.object({
  SERVER_EXTERNAL_PORT: wholeNumber(0, 65535, 'a port from 0 (any free one) to 65535').default(8080),
  SERVER_BIND: z.string().min(1, 'expected an address such as 127.0.0.1 or ::').default('127.0.0.1'),
  CAIRN_INTROSPECTION: z.enum(['on', 'off'], 'expected on or off').default('on'),
  CAIRN_MAX_LEASES: wholeNumber(1, 1_000_000, 'a number of reservations, 1 or more').default(64),
  CAIRN_MAX_SOCKETS: wholeNumber(1, 1_000_000, 'a number of WebSockets, 1 or more').default(4096),
  CAIRN_STORAGE_QUOTA: wholeNumber(0, 1e15, 'bytes, or 0 for no limit').default(100 * 1024 ** 3),
  CAIRN_GROUP_QUOTA: wholeNumber(0, 1e12, 'a number of input groups, or 0 for no limit').default(10_000_000),
  CAIRN_WEBHOOK_PRIVATE: z.enum(['on', 'off'], 'expected on or off').default('off'),
  CAIRN_WEBHOOK_CA: z.string().default(''),
  LOG_LEVEL: z.enum(LOG_LEVELS, `expected one of ${LOG_LEVELS.join(', ')}`).default('info'),
  CAIRN_DRAIN_SECONDS: wholeNumber(0, 600, 'seconds from 0 to 600').default(0),
  CAIRN_STOP_SECONDS: wholeNumber(0, 3600, 'seconds from 0 to 3600').default(30),
  CAIRN_TRUSTED_PROXIES: list.pipe(trustedProxies).optional(),
  CAIRN_CORS_ORIGINS: list.pipe(z.array(origin)).default([]),
  CAIRN_REQUESTS_PER_MINUTE: wholeNumber(0, 1_000_000, 'requests a minute, or 0 for no limit').default(3000),
  CAIRN_METRICS_PORT: wholeNumber(0, 65535, 'a port from 0 (any free one) to 65535').optional(),
  CAIRN_METRICS_BIND: z.string().min(1).default('127.0.0.1'),
  CAIRN_REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//u, 'expected a URL that begins with redis:// or rediss://')
    .default(''),
  CAIRN_CONFIG_FILE: z.string().default(''),
  CAIRN_SECRETS: z.string().default(''),
  CAIRN_SECRETS_FILE: z.string().default(''),
  DOCKERIZED_DATABASE_URL: z.string().default(''),
});

export type Environment = z.infer<typeof environment>;

/**
 * The settings that stand in the environment; an empty variable counts as not set.
 * @throws ConfigError
 */
export function readEnvironment(env: NodeJS.ProcessEnv): Environment {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(set);
  if (!parsed.success) throw settingsWrong('The environment', parsed.error, set);
  return parsed.data;
}
