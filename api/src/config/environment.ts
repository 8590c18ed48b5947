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

const onOrOff = z.enum(['on', 'off'], 'expected on or off');
const port = wholeNumber(0, 65535, 'a port from 0 (any free one) to 65535');
const path = z.string().default('');

/** Every setting that is read from the environment, with what it means; `api/.env.sample` is written from it. */
export const ENVIRONMENT = z.object({
  SERVER_EXTERNAL_PORT: port.default(8080).describe('Port to listen on; 0 takes any free one.'),
  SERVER_BIND: z
    .string()
    .min(1, 'expected an address such as 127.0.0.1 or ::')
    .default('127.0.0.1')
    .describe('Address to listen on.'),
  CAIRN_DATA_DIR: path.describe(
    'Folder of the embedded database, files and secrets; $XDG_DATA_HOME/cairn/api when not set.',
  ),
  CAIRN_CONFIG_FILE: path.describe("The settings' file; src/config/dev.json when not set."),
  CAIRN_SECRETS: path.describe(
    "The text of CAIRN_SECRETS_FILE; a file is better, since others on a machine may see a process's environment.",
  ),
  CAIRN_SECRETS_FILE: path.describe(
    "File of the secrets, instead of the data folder's secrets.json: what `cairn-api make-secrets` prints.",
  ),
  DOCKERIZED_DATABASE_URL: path.describe(
    'mysql://USER:PASSWORD@HOST:PORT/DATABASE: rows in MySQL or MariaDB instead of SQLite. The database is made when it is missing.',
  ),
  CAIRN_DATABASE_TLS: onOrOff
    .default('off')
    .describe("on: the database server is spoken to by TLS, and must prove the URL's host name."),
  CAIRN_DATABASE_CA: path.describe(
    "PEM file of the certificate authority that the database server's certificate is of; the known ones when not set.",
  ),
  CAIRN_MAX_LEASES: wholeNumber(1, 1_000_000, 'a number of reservations, 1 or more')
    .default(64)
    .describe(
      'Live reservations of one client address; it may have as many downloads at once, as many subscriptions to work, input groups and proofs, and twice as many WebSockets.',
    ),
  CAIRN_MAX_SOCKETS: wholeNumber(1, 1_000_000, 'a number of WebSockets, 1 or more')
    .default(4096)
    .describe('WebSockets of everybody together; each takes a file descriptor.'),
  CAIRN_LEAST_DOWNLOAD_SPEED: wholeNumber(0, 1e9, 'bytes a second, or 0 for no limit')
    .default(4096)
    .describe(
      'Bytes a second that whoever takes an answer or a file must take; who falls behind by two minutes of it is hung up on. 0 for no limit.',
    ),
  CAIRN_LEAST_UPLOAD_SPEED: wholeNumber(0, 1e9, 'bytes a second, or 0 for no limit')
    .default(8192)
    .describe(
      'Bytes a second that whoever sends a request or a file must send; who falls behind by a minute of it is hung up on. 0 for no limit.',
    ),
  CAIRN_STORAGE_QUOTA: wholeNumber(0, 1e15, 'bytes, or 0 for no limit')
    .default(100 * 1024 ** 3)
    .describe('Bytes that an organization may store: archives, executables, inputs; 0 for no limit.'),
  CAIRN_EXECUTION_QUOTA: wholeNumber(0, 1e15, 'bytes, or 0 for no limit')
    .default(100 * 1024 ** 3)
    .describe("Bytes that donors' executions for one organization may take; 0 for no limit."),
  CAIRN_EXECUTION_DAYS: wholeNumber(0, 3650, 'days, or 0 to keep them')
    .default(14)
    .describe(
      'How long an execution is kept that nobody holds; its group is then executed anew. 0 for good.',
    ),
  CAIRN_GROUP_QUOTA: wholeNumber(0, 1e12, 'a number of input groups, or 0 for no limit')
    .default(10_000_000)
    .describe('Input groups that an organization may have; 0 for no limit.'),
  CAIRN_INTROSPECTION: onOrOff.default('on').describe('off hides the GraphQL schema.'),
  CAIRN_EXPLORER: onOrOff
    .default('off')
    .describe('on: serves Altair, a page to try GraphQL on, at /explorer; it needs no internet.'),
  CAIRN_DRAIN_SECONDS: wholeNumber(0, 600, 'seconds from 0 to 600')
    .default(0)
    .describe(
      'How long a stop still answers after /readyz has turned to 503: behind a balancer, longer than it takes to ask twice.',
    ),
  CAIRN_STOP_SECONDS: wholeNumber(0, 3600, 'seconds from 0 to 3600')
    .default(30)
    .describe('How long a stop waits for requests under way.'),
  CAIRN_REQUESTS_PER_MINUTE: wholeNumber(0, 1_000_000, 'requests a minute, or 0 for no limit')
    .default(3000)
    .describe('Requests from one network, and again from one account; 0 for no limit.'),
  CAIRN_TRUSTED_PROXIES: list
    .pipe(trustedProxies)
    .optional()
    .describe('Proxies whose x-forwarded-for is believed: 10.0.0.0/8, loopback.'),
  CAIRN_CORS_ORIGINS: list
    .pipe(z.array(origin))
    .default([])
    .describe('Origins whose pages may call the API from a browser, with commas between them.'),
  CAIRN_METRICS_PORT: port.optional().describe("Serves Prometheus's /metrics on a listener of its own."),
  CAIRN_METRICS_BIND: z.string().min(1).default('127.0.0.1').describe('Address of that listener.'),
  CAIRN_WEBHOOK_PRIVATE: onOrOff
    .default('off')
    .describe("on: webhooks may lead into the server's own network, and by http to this machine."),
  CAIRN_WEBHOOK_CA: path.describe(
    'PEM file of a certificate authority that webhooks trust beside the known ones.',
  ),
  CAIRN_REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//u, 'expected a URL that begins with redis:// or rediss://')
    .default('')
    .describe(
      'Where several API processes count requests and failed log-ins together, and tell each other what subscribers follow.',
    ),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .string()
    .regex(/^https?:\/\/[^/]/u, 'expected a URL that begins with http:// or https://')
    .default('')
    .describe(
      'Base URL of an OpenTelemetry collector that takes OTLP over HTTP: it is sent a span for each request and operation.',
    ),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, `expected one of ${LOG_LEVELS.join(', ')}`)
    .default('info')
    .describe(`From which severity on something is logged: ${LOG_LEVELS.join(', ')}.`),
});

export type Environment = z.infer<typeof ENVIRONMENT>;

/**
 * The settings that stand in the environment; an empty variable counts as not set.
 * @throws ConfigError
 */
export function readEnvironment(env: NodeJS.ProcessEnv): Environment {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = ENVIRONMENT.safeParse(set);
  if (!parsed.success) throw settingsWrong('The environment', parsed.error, set);
  return parsed.data;
}
