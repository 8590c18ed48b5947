import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { printApiSchema } from './graphql/print-api-schema.js';
import { printOpenApi } from './rest/openapi/print-open-api.js';

/**
 * Writes shared-schema/schema.graphql and shared-schema/openapi.json; with `--check` it only compares, and exits 1 when one
 * differs.
 */
const emitted = { 'schema.graphql': await printApiSchema(), 'openapi.json': printOpenApi() };

for (const [name, text] of Object.entries(emitted)) {
  const file = fileURLToPath(new URL(`../../shared-schema/${name}`, import.meta.url));
  if (!process.argv.includes('--check')) {
    await writeFile(file, text);
  } else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    process.stderr.write(
      `shared-schema/${name} differs from the code: run \`npm run build && npm run schema\`.\n`,
    );
    process.exitCode = 1;
  }
}
