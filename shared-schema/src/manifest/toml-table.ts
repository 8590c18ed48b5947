import { parse, TomlError } from 'smol-toml';
import { DomainError } from '../errors/domain-error.js';
import { manifestError } from './manifest-error.js';

/** A TOML table whose values are not checked yet. */
export type TomlTable = Readonly<Record<string, unknown>>;

/** True for a table, not for a list, a date or a plain value. */
export function isTable(value: unknown): value is TomlTable {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** Parses a manifest. @throws DomainError PROGRAM_INVALID with line and column. */
export function parseToml(text: string): TomlTable {
  try {
    return parse(text, { maxDepth: 32 });
  } catch (cause) {
    if (!(cause instanceof TomlError)) throw cause;
    const { line, column } = cause;
    const what = cause.message.split('\n')[0] ?? 'not TOML';
    throw new DomainError('PROGRAM_INVALID', `Scarb.toml, line ${line}, column ${column}: ${what}.`, {
      help: 'Correct the file and upload the program again.',
      details: { field: 'Scarb.toml', line, column },
      cause,
    });
  }
}

/** The table under a key, an empty one when there is none. @throws DomainError when something else stands there. */
export function subTable(table: TomlTable, key: string, path = key): TomlTable {
  const value = Object.hasOwn(table, key) ? table[key] : undefined;
  if (value === undefined) return {};
  if (!isTable(value)) throw manifestError(path, value, `a table [${path}]`);
  return value;
}
