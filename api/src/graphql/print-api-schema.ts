import { lexicographicSortSchema, printSchema } from 'graphql';
import { buildApiSchema } from './api-schema.js';

const HEADER = "# Emitted from the API's classes by `node api/dist/emit-schema.js`. Do not edit.\n\n";

/** The schema as text, sorted, as it is committed in shared-schema. */
export async function printApiSchema(): Promise<string> {
  return `${HEADER}${printSchema(lexicographicSortSchema(await buildApiSchema()))}\n`;
}
