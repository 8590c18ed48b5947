/** Turns named values into arguments; one argument each, so that a value that starts with a dash stays a value. */
export function flags(values: Record<string, string | number | undefined>): string[] {
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}=${value}`],
  );
}
