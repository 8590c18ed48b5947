import type { Config } from '../config/config.js';
import { loadConfig } from '../config/load-config.js';
import { closeStores, openStores, type Stores } from '../ownership/open-stores.js';

/** Opens what the server keeps, as it is set up, for the time of a command. A server may run beside it. */
export async function withStores<T>(
  env: NodeJS.ProcessEnv,
  use: (stores: Stores & { readonly config: Config }) => Promise<T>,
  open: (config: Config) => Promise<Stores> = openStores,
): Promise<T> {
  const config = await loadConfig(env);
  const stores = await open(config);
  try {
    return await use({ config, ...stores });
  } finally {
    await closeStores(stores);
  }
}
