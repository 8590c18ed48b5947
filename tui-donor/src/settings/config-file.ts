import { fileURLToPath } from 'node:url';

/** Path of `dev.json`, from the sources and from their compiled form. */
export const CONFIG_FILE = fileURLToPath(new URL('../../src/config/dev.json', import.meta.url));
