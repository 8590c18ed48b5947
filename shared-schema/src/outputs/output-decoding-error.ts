/** A program's output is not what the program declares. Says where, what was found and what was expected. */
export class OutputDecodingError extends Error {
  override readonly name = 'OutputDecodingError';
  /** The declared output that could not be read; undefined when it is none in particular. */
  readonly column: string | undefined;
  /** Index of the field element in the whole output, from 0. */
  readonly position: number;

  constructor(message: string, position: number, column?: string) {
    super(column === undefined ? message : `Output "${column}": ${message}`);
    this.position = position;
    this.column = column;
  }
}
