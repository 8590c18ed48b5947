import { cleanLines } from '../lines/clean-text.js';

/** Terminals refuse more than some tens of thousands of bytes, and drop all of it then. */
const MOST_CHARACTERS = 50_000;

/** What makes the terminal copy a text, freed of what could drive a terminal where it is pasted. */
export function osc52(text: string): string {
  const clean = cleanLines(text).join('\n').slice(0, MOST_CHARACTERS);
  return `\u001B]52;c;${Buffer.from(clean).toString('base64')}\u0007`;
}
