import { ClientError } from '@cairn/tui-kit';

/** What is wrong with what is tried, and what would be right, in one line; undefined where nothing is. */
export function problemOf(attempt: () => void): string | undefined {
  try {
    attempt();
  } catch (error) {
    if (error instanceof ClientError) return describeProblem(error);
    throw error;
  }
  return undefined;
}

/** An error as one line under a field. */
export function describeProblem({ message, expected, help }: ClientError): string {
  return [
    message,
    ...(expected === undefined ? [] : [`expected: ${expected}`]),
    ...(help ? [help] : []),
  ].join('; ');
}
