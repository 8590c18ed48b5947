import { fileURLToPath } from 'node:url';

/** The folder of a package that is ready to build and publish: what an organization begins with. */
export const programTemplate: string = fileURLToPath(new URL('../template', import.meta.url));
