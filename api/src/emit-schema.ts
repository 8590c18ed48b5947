import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { printEnvSample } from './config/env-sample.js';
import { printApiSchema } from './graphql/print-api-schema.js';
import { printOpenApi } from './rest/openapi/print-open-api.js';

/**
 * Writes shared-schema/schema.graphql, shared-schema/openapi.json and api/.env.sample; with `--check` it only compares, and
 * exits 1 when one differs.
 */
const emitted = {
  'shared-schema/schema.graphql': await printApiSchema(),
  'shared-schema/openapi.json': printOpenApi(),
  'api/.env.sample': printEnvSample(),
};

for (const [name, text] of Object.entries(emitted)) {
  const file = fileURLToPath(new URL(`../../${name}`, import.meta.url));
  if (!process.argv.includes('--check')) {
    await writeFile(file, text);
  } else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    process.stderr.write(`${name} differs from the code: run \`npm run build && npm run schema\`.\n`);
    process.exitCode = 1;
  }
}
