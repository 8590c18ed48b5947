import { z } from 'zod';

const MAX_SHOWN = 40;

/** What a field should have been. */
export interface Expected {
  /** JSON Schema's word for its type. */
  readonly type: string;
  /** In words: "a whole number from 1 to 50". */
  readonly text: string;
}

interface FieldSchema {
  type?: string;
  properties?: Record<string, FieldSchema>;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
}

/** Says what a schema expects at a path, in the same words and bounds as the OpenAPI document. */
export function describeExpected(schema: z.ZodType, path: readonly string[]): Expected {
  let field = z.toJSONSchema(schema, { io: 'output' }) as FieldSchema;
  for (const name of path) field = field.properties?.[name] ?? {};
  const type = field.type ?? 'object';
  return { type, text: (WORDS[type] ?? WORDS.object)(field) };
}

const WORDS: Record<string, (field: FieldSchema) => string> & { object: () => string } = {
  object: () => 'a JSON object',
  array: () => 'a list',
  integer: ({ minimum, maximum }) => `a whole number${range(minimum, maximum, '')}`,
  string: ({ minLength, maxLength }) => `a text${range(minLength, maxLength, ' characters')}`,
};

function range(min: number | undefined, max: number | undefined, unit: string): string {
  if (max === undefined) return '';
  return min === undefined
    ? ` of at most ${max}${unit}`
    : ` ${unit === '' ? 'from' : 'of'} ${min} to ${max}${unit}`;
}

/**
 * Says what stood there. A value of another type is not repeated: it may be a secret.
 * @param value the part of the request that was checked
 */
export function describeFound(value: unknown, path: readonly string[], expected: Expected): string {
  let found = value;
  for (const name of path) found = (found as Record<string, unknown> | undefined)?.[name];
  if (found === undefined) return 'nothing';
  if (found === null) return 'null';
  if (Array.isArray(found)) return 'a list';
  if (typeof found === 'number' && expected.type === 'integer') return String(found);
  if (typeof found !== 'string') return `a value of the type ${typeof found}`;
  // Numbers in a query come as texts.
  if (expected.type === 'integer') return JSON.stringify(found.slice(0, MAX_SHOWN));
  return expected.type === 'string' ? `${[...found].length} characters` : 'a text';
}
