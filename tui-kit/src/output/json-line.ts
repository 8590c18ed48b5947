/** Controls, formats, unassigned and invisible characters, and separators that break lines. */
const RISKY = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * A value as one line of JSON. Characters that could drive or deceive a terminal are written as escapes, which any
 * reader of JSON undoes: nothing is lost and nothing is dangerous to look at.
 */
export function jsonLine(value: unknown): string {
  const text = JSON.stringify(value, (_, item: unknown) =>
    typeof item === 'bigint' ? item.toString() : item,
  );
  return text.replace(RISKY, (found) =>
    found
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
