import { cleanText, type Line, line, wrapText } from '@cairn/tui-kit/screen';

const QUESTION_WIDTH = 56;

/** A text, which may be from outside, as the lines of a question. */
export function questionLines(text: string): Line[] {
  return wrapText(cleanText(text), QUESTION_WIDTH).map((part) => line(part));
}
