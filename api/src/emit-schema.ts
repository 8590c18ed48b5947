import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { printApiSchema } from './graphql/print-api-schema.js';

/** Writes shared-schema/schema.graphql; with `--check` it only compares, and exits 1 when they differ. */
const FILE = fileURLToPath(new URL('../../shared-schema/schema.graphql', import.meta.url));

const emitted = await printApiSchema();
if (!process.argv.includes('--check')) {
  await writeFile(FILE, emitted);
} else if ((await readFile(FILE, 'utf8').catch(() => '')) !== emitted) {
  process.stderr.write(
    'shared-schema/schema.graphql differs from the code: run `node api/dist/emit-schema.js`.\n',
  );
  process.exitCode = 1;
}
