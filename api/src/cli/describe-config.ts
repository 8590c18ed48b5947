import type { Config } from '../config/config.js';
import { describeFiles } from '../config/describe-files.js';
import { describePlace } from '../config/describe-place.js';
import { describeSecrets } from '../config/read-secrets.js';

/** What is set about a server, in words; secrets are not among it. */
export function describeConfig({
  server,
  dataDir,
  database,
  files,
  token,
  secretsFrom,
  limits,
}: Config): Record<string, string> {
  const { metrics } = server;
  return {
    listen: `${server.bind}:${server.port}`,
    'data folder': dataDir,
    database: describePlace(database),
    files: describeFiles(files, dataDir),
    secrets: describeSecrets(secretsFrom),
    'rate limits': server.redisUrl === '' ? 'counted by this process' : 'counted in Redis',
    'requests a minute': server.requestsPerMinute === 0 ? 'no limit' : String(server.requestsPerMinute),
    'trusted proxies': listed(server.trustedProxies),
    'CORS origins': listed(server.corsOrigins),
    introspection: server.introspection ? 'on' : 'off',
    explorer: server.explorer ? 'served at /explorer' : 'not served',
    metrics: metrics === undefined ? 'not served' : `${metrics.bind}:${metrics.port}`,
    spans: server.spansEndpoint === '' ? 'not sent' : `sent to ${new URL(server.spansEndpoint).origin}`,
    log: server.logLevel,
    'stop drains': `${server.drainSeconds} s`,
    'stop waits': `${server.stopSeconds} s`,
    'basic tokens': `${token.basicTokenMinutes} min, ${token.basicTokenSecrets.length} key(s)`,
    'refresh tokens': `${token.refreshTokenDays} days, ${token.refreshTokenSecrets.length} key(s)`,
    'storage quota': limits.storageBytes === 0 ? 'no limit' : `${limits.storageBytes} bytes`,
    'execution quota': limits.executionQuotaBytes === 0 ? 'no limit' : `${limits.executionQuotaBytes} bytes`,
    'executions stay': limits.executionDays === 0 ? 'for good' : `${limits.executionDays} days`,
    'group quota': limits.inputGroups === 0 ? 'no limit' : String(limits.inputGroups),
    'leases per address': String(limits.leasesPerAddress),
    'least download speed': speed(limits.readBytesPerSecond),
    'least upload speed': speed(limits.sendBytesPerSecond),
    websockets: String(limits.sockets),
  };
}

function speed(bytesPerSecond: number): string {
  return bytesPerSecond === 0 ? 'no limit' : `${bytesPerSecond} bytes a second`;
}

function listed(values: readonly string[]): string {
  return values.length === 0 ? 'none' : values.join(', ');
}
