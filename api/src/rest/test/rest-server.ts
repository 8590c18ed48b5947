import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type App, buildApp } from '../../app.js';
import { loadConfig } from '../../config/load-config.js';
import { listen } from '../../server/listen.js';

/** A whole server on a free port, with storage of its own. */
export interface RestServer {
  readonly app: App;
  readonly base: string;
  stop(): Promise<void>;
}

export async function startRestServer(): Promise<RestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-rest-'));
  const config = await loadConfig(
    { CAIRN_DATA_DIR: folder, SERVER_EXTERNAL_PORT: '0' },
    join(folder, 'none.json'),
  );
  const app = await buildApp(config, pino({ level: 'silent' }));
  const base = await listen(app, config.server);
  return {
    app,
    base,
    stop: async () => {
      await app.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
