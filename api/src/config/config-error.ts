import type { z } from 'zod';

/** The server cannot start as it is set up. The message is for the operator; a stack trace would not help. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** One line for each wrong setting: which, what was found, what was expected. */
export function settingsWrong(where: string, error: z.ZodError, found: unknown): ConfigError {
  const lines = error.issues.map((issue) => {
    const field = issue.path.map(String).join('.') || '(whole)';
    return `  ${field}: found ${show(field, valueAt(found, issue.path))}, ${issue.message}`;
  });
  return new ConfigError(`${where} cannot be used:\n${lines.join('\n')}`);
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
}

/** Secrets are never shown, not even wrong ones. */
function show(field: string, value: unknown): string {
  if (value === undefined) return 'nothing';
  if (/secret|password|connection_string|url/iu.test(field)) {
    return typeof value === 'string' ? `${value.length} characters (not shown)` : typeof value;
  }
  return JSON.stringify(value).slice(0, 100);
}
