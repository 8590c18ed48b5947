import { sanitizeForTerminal } from '@cairn/shared-schema';
import stringWidth from 'string-width';
import { cutToWidth } from './cut-to-width.js';

export interface Column<Row> {
  readonly title: string;
  readonly value: (row: Row) => string | number;
  /** Numbers stand to the right. */
  readonly align?: 'left' | 'right';
  /** The most cells it may take on the screen; what is longer is cut with an ellipsis. */
  readonly maxWidth?: number;
  /** Applied to the padded text: a colour. */
  readonly paint?: (text: string, row: Row) => string;
}

/**
 * Lays rows out in columns. Every text is freed of what could drive a terminal.
 * @returns lines without a line end at the end; the first is the head
 */
export function formatTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const cells = rows.map((row) => columns.map((column) => cell(column, row)));
  const widths = columns.map((column, index) =>
    Math.max(stringWidth(column.title), ...cells.map((line) => stringWidth(line[index] ?? ''))),
  );
  const place = (text: string, index: number): string => {
    const space = ' '.repeat(Math.max(0, (widths[index] ?? 0) - stringWidth(text)));
    return columns[index]?.align === 'right' ? space + text : text + space;
  };
  const head = columns.map((column, index) => place(column.title, index)).join('  ');
  const body = rows.map((row, at) =>
    columns
      .map((column, index) => {
        const text = place(cells[at]?.[index] ?? '', index);
        return column.paint === undefined ? text : column.paint(text, row);
      })
      .join('  '),
  );
  return [head, ...body].map((line) => line.trimEnd()).join('\n');
}

function cell<Row>(column: Column<Row>, row: Row): string {
  const text = sanitizeForTerminal(String(column.value(row)));
  return column.maxWidth === undefined ? text : cutToWidth(text, column.maxWidth);
}
