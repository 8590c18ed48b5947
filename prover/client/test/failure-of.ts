/** The error of the given class that a promise is expected to be rejected with. */
export async function failureOf<E extends Error>(
  promise: Promise<unknown>,
  // The classes have different constructors; only that an instance comes out matters.
  kind: abstract new (...args: never[]) => E,
): Promise<E> {
  const outcome = await promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ('value' in outcome)
    throw new Error(`expected ${kind.name}, but it gave ${JSON.stringify(outcome.value)}`);
  if (outcome.error instanceof kind) return outcome.error;
  throw new Error(`expected ${kind.name}, but it failed with ${String(outcome.error)}`, {
    cause: outcome.error,
  });
}
