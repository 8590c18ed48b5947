import { z } from 'zod';
import type { JsonSchema } from './open-api.types.js';

/** Whether a schema describes what comes in or what goes out: only the latter has no other fields. */
type Direction = 'input' | 'output';

/** Turns zod's schemas into JSON Schema, and keeps those that have a name of their own to be referred to. */
export class SchemaBook {
  readonly #named = new Map<string, JsonSchema>();

  of(schema: z.ZodType, io: Direction): JsonSchema {
    const { $schema: _, $defs = {}, ...rest } = z.toJSONSchema(schema, { io, override: simplify });
    for (const [name, named] of Object.entries($defs)) this.#named.set(name, moveReferences(named));
    return moveReferences(rest);
  }

  /** The fields of an object schema, and which of them are required. */
  fieldsOf(schema: z.ZodType): { name: string; required: boolean; schema: JsonSchema }[] {
    const { properties = {}, required = [] } = this.of(schema, 'output') as {
      properties?: Record<string, JsonSchema>;
      required?: string[];
    };
    return Object.entries(properties).map(([name, field]) => ({
      name,
      required: required.includes(name),
      schema: field,
    }));
  }

  /** The named schemas met so far, by name. */
  named(): Record<string, JsonSchema> {
    return Object.fromEntries([...this.#named].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}

/** The format says it already. */
function simplify({ jsonSchema }: { jsonSchema: { format?: string; pattern?: string } }): void {
  if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
}

/** OpenAPI keeps named schemas elsewhere than JSON Schema does. */
function moveReferences(schema: object): JsonSchema {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    key === '$ref' ? String(value).replace('#/$defs/', '#/components/schemas/') : value,
  ) as JsonSchema;
}
