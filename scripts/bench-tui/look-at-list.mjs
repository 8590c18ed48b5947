/** A row of the history that `fillHistory` wrote. */
const ROW = /│ (❯ | {2})\d{4}-\d\d-\d\d .* fold \/ (\d{5}) /u;

/** What the frame says of the cursor. */
const NOTE = /─ ([\d,]+) of ([\d,]+) /u;

/**
 * What is wrong with a frame of the history: rows that do not follow each other, none or two under the cursor, a note that
 * says something else, a frame that is not whole.
 * @param {string[]} lines
 * @returns {{ cursor: number } | { fault: string }} the number of the row under the cursor
 */
export function lookAtList(lines) {
  const rows = lines.flatMap((line) => {
    const [, mark, number] = ROW.exec(line) ?? [];
    return number === undefined ? [] : [{ isMarked: mark === '❯ ', number: Number(number) }];
  });
  const [first] = rows;
  const marked = rows.filter(({ isMarked }) => isMarked);
  const [cursor] = marked;
  if (first === undefined) return { fault: 'it shows no rows' };
  const stray = rows.findIndex(({ number }, at) => number !== first.number + at);
  if (stray >= 0)
    return { fault: `row ${rows[stray]?.number} stands in the place of ${first.number + stray}` };
  if (cursor === undefined || marked.length > 1)
    return { fault: `${marked.length} rows are under the cursor` };
  const noted = lines.flatMap((line) => NOTE.exec(line)?.[1]?.replaceAll(',', '') ?? [])[0];
  if (Number(noted) !== cursor.number)
    return { fault: `the cursor is on row ${cursor.number}, and the frame says ${noted}` };
  const [head = ''] = lines;
  const isWhole = head.includes('[3 History]') && (lines.at(-1) ?? '').endsWith('? keys  q quit');
  return isWhole ? { cursor: cursor.number } : { fault: 'it is not whole' };
}
