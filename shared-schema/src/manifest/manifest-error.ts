import { DomainError } from '../errors/domain-error.js';

/** A value in `Scarb.toml` that is not what it should be: PROGRAM_INVALID with key, found and expected. */
export function manifestError(key: string, found: unknown, expected: string, help?: string): DomainError {
  const shown = describe(found);
  return new DomainError('PROGRAM_INVALID', `Scarb.toml, ${key}: found ${shown}, expected ${expected}.`, {
    help: help ?? 'Correct it and upload the program again.',
    details: { field: key, found: shown, expected },
  });
}

/** Names a TOML value in a few words. */
function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (value !== null && typeof value === 'object') return 'a table';
  const text = JSON.stringify(typeof value === 'bigint' ? value.toString() : value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
