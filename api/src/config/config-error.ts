import type { z } from 'zod';

/** The server cannot start as it is set up. The message is for the operator; a stack trace would not help. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const SECRET_FIELD = /secret|password|connection_string|url/iu;

/** One line for each wrong setting: which, what was found, what was expected. */
export function settingsWrong(
  where: string,
  error: z.ZodError,
  found: unknown,
  isSecret: (field: string) => boolean = (field) => SECRET_FIELD.test(field),
): ConfigError {
  const lines = error.issues.map((issue) => {
    const field = issue.path.map(String).join('.') || '(whole)';
    return `  ${field}: found ${show(valueAt(found, issue.path), isSecret(field))}, ${issue.message}`;
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
function show(value: unknown, secret: boolean): string {
  if (value === undefined) return 'nothing';
  if (!secret) return JSON.stringify(value).slice(0, 100);
  return typeof value === 'string' ? `${value.length} characters (not shown)` : typeof value;
}
