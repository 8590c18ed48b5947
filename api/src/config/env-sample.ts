import { ENVIRONMENT } from './environment.js';

const HEAD = `# Every setting that the API reads from the environment, with its default: written from the table in
# api/src/config/environment.ts by \`npm run schema\`. An empty variable counts as not set.
`;

/** A file for `.env` that sets nothing, and says what could be set. */
export function printEnvSample(): string {
  const settings = Object.entries(ENVIRONMENT.shape).map(([name, schema]) => {
    const { description } = schema;
    if (description === undefined) throw new Error(`${name} is not described.`);
    return `# ${description}\n#${name}=${shown(schema.safeParse(undefined).data)}\n`;
  });
  return [HEAD, ...settings].join('\n');
}

function shown(value: unknown): string {
  return Array.isArray(value) ? value.join(',') : String(value ?? '');
}
