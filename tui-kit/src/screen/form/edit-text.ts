import type { Stroke } from '../keys/stroke.js';
import { cleanText } from '../lines/clean-text.js';

/** A line of text that is being typed; the cursor stands before the character of that number. */
export interface EditedText {
  readonly text: string;
  readonly cursor: number;
}

/** The text after a key. Keys that edit nothing leave it as it is. */
export function editText(edited: EditedText, stroke: Stroke): EditedText {
  const characters = [...edited.text];
  const { cursor } = edited;
  const at = (text: string[], place: number): EditedText => ({
    text: text.join(''),
    cursor: Math.max(0, Math.min(text.length, place)),
  });
  switch (stroke.name) {
    case 'left':
      return at(characters, cursor - 1);
    case 'right':
      return at(characters, cursor + 1);
    case 'home':
    case 'ctrl-a':
      return at(characters, 0);
    case 'end':
    case 'ctrl-e':
      return at(characters, characters.length);
    case 'ctrl-u':
      return at(characters.slice(cursor), 0);
    case 'backspace':
      return cursor === 0 ? edited : at(characters.toSpliced(cursor - 1, 1), cursor - 1);
    case 'delete':
      return at(characters.toSpliced(cursor, 1), cursor);
    default: {
      const typed = stroke.text === ' ' ? [' '] : [...cleanText(stroke.text ?? '')];
      return at(characters.toSpliced(cursor, 0, ...typed), cursor + typed.length);
    }
  }
}
