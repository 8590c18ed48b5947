import { ClientError } from '@cairn/tui-kit';

/** Where something stands in a file, both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** What is wrong there, what was expected, and what to do. */
export interface Complaint {
  readonly what: string;
  readonly expected?: string | undefined;
  readonly help: string;
}

/** A row that is wrong, named by its place in the file that was to be cut. */
export function rowProblem(
  path: string,
  { line, column }: Place,
  { what, expected, help }: Complaint,
): ClientError {
  return new ClientError(`${path}: Line ${line}, column ${column}: ${what}`, {
    code: 'CSV_INVALID',
    expected,
    help: `${help} (nothing was uploaded)`,
    details: { about: path, line, column },
  });
}
