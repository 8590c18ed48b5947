import { MAX_INPUT_VALUES } from '@cairn/shared-schema';
import { formatBytes, formatCount } from '@cairn/tui-kit';
import { parseRow, type Row, TooManyValues } from './row.js';
import { rowProblem } from './row-problem.js';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const BYTE_ORDER_MARK = Buffer.from('\u{feff}');

/** Takes a file apart into rows, piece by piece. It holds no more of it than the line that is not whole yet. */
export class RowReader {
  #line = 0;
  #begun: Buffer[] = [];
  #bytes = 0;

  /** @param mostBytes the longest line that may be */
  constructor(
    private readonly path: string,
    private readonly mostBytes: number,
  ) {}

  /** The rows that are whole with the next piece. */
  *push(piece: Buffer): Generator<Row> {
    let from = 0;
    for (let end = piece.indexOf(LINE_FEED); end !== -1; end = piece.indexOf(LINE_FEED, from)) {
      this.#add(piece.subarray(from, end));
      from = end + 1;
      const row = this.#endLine();
      if (row !== undefined) yield row;
    }
    this.#add(piece.subarray(from));
  }

  /** The row that the file ends with, where no line end stands behind it. */
  *end(): Generator<Row> {
    const row = this.#endLine();
    if (row !== undefined) yield row;
  }

  #add(part: Buffer): void {
    this.#begun.push(part);
    this.#bytes += part.length;
    if (this.#bytes <= this.mostBytes) return;
    throw rowProblem(
      this.path,
      { line: this.#line + 1, column: 1 },
      {
        what: `the line is longer than ${formatBytes(this.mostBytes)}, the most that an input group may have`,
        help: 'break the line into rows',
      },
    );
  }

  #parse(line: Buffer): Row | undefined {
    try {
      return parseRow(line, this.#line);
    } catch (error) {
      if (!(error instanceof TooManyValues)) throw error;
      const what = `the line has more than ${formatCount(MAX_INPUT_VALUES)} values, the most that an input group may have`;
      throw rowProblem(
        this.path,
        { line: this.#line, column: 1 },
        { what, help: 'break the line into rows' },
      );
    }
  }

  #endLine(): Row | undefined {
    const [first = Buffer.alloc(0), ...others] = this.#begun;
    let line = others.length === 0 ? first : Buffer.concat(this.#begun);
    this.#begun = [];
    this.#bytes = 0;
    this.#line += 1;
    if (this.#line === 1 && line.subarray(0, 3).equals(BYTE_ORDER_MARK)) line = line.subarray(3);
    if (line.at(-1) === CARRIAGE_RETURN) line = line.subarray(0, -1);
    return this.#parse(line);
  }
}
