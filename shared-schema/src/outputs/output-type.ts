/** A type in which a program declares one of its outputs. */
export type OutputType =
  | { readonly kind: 'felt252' | 'u256' | 'bool' | 'short_string' }
  | { readonly kind: 'integer'; readonly bits: 8 | 16 | 32 | 64 | 128; readonly signed: boolean }
  | { readonly kind: 'array'; readonly element: OutputType };

/** One declared output: a name and its type. */
export interface OutputColumn {
  readonly name: string;
  readonly type: OutputType;
}

/** What stands in error messages where a type was expected. */
export const OUTPUT_TYPE_NAMES =
  'felt252, u8, u16, u32, u64, u128, u256, i8, i16, i32, i64, i128, bool, short_string or Array<one of these>';

const MAX_NESTING = 4;

/** Reads a type as it is written in `[tool.cairn] outputs`; undefined when it is none. */
export function parseOutputType(text: string, depth = 0): OutputType | undefined {
  const name = text.trim();
  const element = /^Array\s*<(.*)>$/u.exec(name)?.[1];
  if (element !== undefined) {
    const type = depth < MAX_NESTING ? parseOutputType(element, depth + 1) : undefined;
    return type && { kind: 'array', element: type };
  }
  if (name === 'felt252' || name === 'u256' || name === 'bool' || name === 'short_string')
    return { kind: name };
  const integer = /^([ui])(8|16|32|64|128)$/u.exec(name);
  if (integer === null) return undefined;
  return { kind: 'integer', bits: Number(integer[2]) as 8 | 16 | 32 | 64 | 128, signed: integer[1] === 'i' };
}

/** Writes a type the one way in which answers carry it. */
export function formatOutputType(type: OutputType): string {
  if (type.kind === 'array') return `Array<${formatOutputType(type.element)}>`;
  if (type.kind === 'integer') return `${type.signed ? 'i' : 'u'}${type.bits}`;
  return type.kind;
}
