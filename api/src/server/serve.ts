import type { Logger } from 'pino';
import { type App, buildApp } from '../app.js';
import { loadConfig } from '../config/load-config.js';
import { listen } from './listen.js';
import { openLog } from './open-log.js';

/**
 * Starts the server, prints one line when it is ready, and stops it gracefully on SIGTERM or SIGINT.
 * @throws ConfigError when it cannot start as it is set up.
 */
export async function serve(env: NodeJS.ProcessEnv): Promise<void> {
  const config = await loadConfig(env);
  const log = openLog(config.server.logLevel, process.stderr.isTTY);
  const app = await buildApp(config, log);
  const address = await listen(app, config.server).catch(async (error: unknown) => {
    await app.stop();
    throw error;
  });
  stopOnSignals(app, log);
  await app.server.prover.check().catch((err: unknown) => log.error({ err }, 'the prover cannot be run'));
  process.stdout.write(`Cairn API listening on ${address}\n`);
}

function stopOnSignals(app: App, log: Logger): void {
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      // A second signal means now.
      if (stopping) process.exit(1);
      stopping = true;
      log.info({ signal }, 'stopping');
      app.stop().catch((err: unknown) => {
        log.error({ err }, 'could not stop in order');
        process.exit(1);
      });
    });
  }
}
