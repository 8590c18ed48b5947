/** Signs with which a spreadsheet starts a formula, also in their full-width forms, and what it skips before them. */
const FORMULA_START = /^[\s\p{Cc}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

/** Puts an apostrophe before a text that a spreadsheet would take for a formula. */
export function neutralizeCell(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

/** One CSV cell (RFC 4180). Texts are neutralised and quoted where needed; numbers stand as they are. */
export function csvCell(value: string | number | bigint | boolean | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const text = neutralizeCell(value);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One CSV line without its line end. */
export function csvRow(cells: readonly Parameters<typeof csvCell>[0][]): string {
  return cells.map(csvCell).join(',');
}
