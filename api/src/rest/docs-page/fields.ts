import type { JsonSchema, OpenApiDocument } from '../openapi/open-api.types.js';

/** One field of a body or an answer, on a line of its own. */
export interface Field {
  /** With the fields that lead to it: `data.programs[].name`. */
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly description: string;
}

interface Shape {
  $ref?: string;
  type?: string;
  format?: string;
  const?: unknown;
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  anyOf?: Shape[];
  description?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
}

/** Every field of a schema, the nested ones after those that hold them. */
export function fieldsOf(document: OpenApiDocument, schema: JsonSchema, prefix = ''): Field[] {
  const shape = resolve(document, schema as Shape);
  const { properties = {}, required = [] } = shape;
  return Object.entries(properties).flatMap(([key, property]) => {
    const name = prefix === '' ? key : `${prefix}.${key}`;
    const field = resolve(document, property);
    const line = {
      name,
      type: typeOf(document, field),
      required: required.includes(key),
      description: property.description ?? field.description ?? '',
    };
    const inner = field.items === undefined ? field : field.items;
    return [line, ...fieldsOf(document, inner as JsonSchema, field.items === undefined ? name : `${name}[]`)];
  });
}

/** What a value is, in words. */
export function typeOf(document: OpenApiDocument, schema: object): string {
  const shape = resolve(document, schema as Shape);
  if (shape.anyOf !== undefined) return shape.anyOf.map((one) => typeOf(document, one)).join(' or ');
  if (shape.const !== undefined) return JSON.stringify(shape.const);
  if (shape.items !== undefined) return 'list';
  if (shape.format === 'binary') return 'file';
  if (shape.format !== undefined) return shape.format;
  if (shape.type === 'string') return `string${bounds(shape.minLength, shape.maxLength, ' characters')}`;
  return `${shape.type ?? 'anything'}${bounds(shape.minimum, shape.maximum, '')}`;
}

function bounds(min: number | undefined, max: number | undefined, unit: string): string {
  const shown = (limit: number) => limit.toLocaleString('en');
  if (max === undefined || max === Number.MAX_SAFE_INTEGER) return '';
  return min === undefined ? `, at most ${shown(max)}${unit}` : `, ${shown(min)} to ${shown(max)}${unit}`;
}

function resolve({ components }: OpenApiDocument, shape: Shape): Shape {
  if (shape.$ref === undefined) return shape;
  return (components.schemas[shape.$ref.split('/').at(-1) ?? ''] ?? {}) as Shape;
}
