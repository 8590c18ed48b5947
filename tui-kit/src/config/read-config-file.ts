import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { UsageError } from '../errors/usage-error.js';

/** The fields of a client's configuration file. Values are judged later, where it is known which of them count. */
const configFile = z.object({
  program_distributor_url: z.unknown(),
  default_page_size: z.unknown(),
  max_page_size: z.unknown(),
});

const CORRECT_OR_REMOVE = 'correct the file, or remove it: every setting has a default';

export type ConfigFile = Partial<z.infer<typeof configFile>> & Readonly<Record<string, unknown>>;

/**
 * Reads `dev.json`. Where there is none, nothing is configured by file.
 * @param more fields of the client's own
 * @throws UsageError when it is there but no JSON object, or has fields that nobody knows
 */
export async function readConfigFile(path: string, more: readonly string[] = []): Promise<ConfigFile> {
  const fields = configFile.extend(Object.fromEntries(more.map((field) => [field, z.unknown()])));
  const expected = `a JSON object with ${Object.keys(fields.shape).join(', ')}`;
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new UsageError(`cannot read the configuration file ${path}`, {
      expected: 'a JSON file that this user may read',
      help: 'check its permissions, or remove it: every setting has a default',
      cause: error,
    });
  });
  if (text === undefined) return {};
  const parsed = fields
    .partial()
    .strict()
    .safeParse(parse(text, path, expected));
  if (parsed.success) return parsed.data;
  const unknown = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys : [],
  );
  throw new UsageError(
    unknown.length > 0
      ? `the configuration file ${path} has an unknown field ${unknown.join(', ')}`
      : `the configuration file ${path} is no JSON object`,
    {
      expected,
      help: CORRECT_OR_REMOVE,
    },
  );
}

function parse(text: string, path: string, expected: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`the configuration file ${path} is not valid JSON: ${why}`, {
      expected,
      help: CORRECT_OR_REMOVE,
      cause,
    });
  }
}
