import { forbiddenCharacter } from './forbidden-characters.js';

export interface SanitizeOptions {
  /** Keep line breaks and tabs (for READMEs and diagnostics); otherwise each becomes a space. */
  keepLines?: boolean;
}

// Built from texts so that no control character stands in this file.
const ESCAPE = '\\u001B';
const BODY = '[^\\u0000-\\u001F\\u007F-\\u009F]*';
const STRING_END = '(?:\\u0007|\\u001B\\\\|\\u009C)';
/** OSC, DCS, SOS, PM and APC strings, with their body when they are closed. */
const STRINGS = `(?:${ESCAPE}[\\]PX^_]|[\\u009D\\u0090\\u0098\\u009E\\u009F])(?:${BODY}${STRING_END})?`;
/** CSI sequences: parameters, intermediates, one final byte. */
const CSI = `(?:${ESCAPE}\\[|\\u009B)[0-?]*[ -/]*[@-~]?`;
/** The remaining two- and three-character escapes, such as a change of character set. */
const SHORT = `${ESCAPE}[ -/]*[0-~]?`;

/** More accents than any script puts on one character: they draw over the lines above and below. */
const STACKED_MARKS = /(\p{M}{4})\p{M}+/gu;

/**
 * Removes from a text what could drive a terminal or disguise what it says: escape sequences as a whole,
 * controls, bidirectional and zero-width characters. The result is safe for a screen, a log and a title.
 */
export function sanitizeForTerminal(text: string, options: SanitizeOptions = {}): string {
  const withoutSequences = text.replace(new RegExp(`${STRINGS}|${CSI}|${SHORT}`, 'gu'), '');
  const lines = withoutSequences.replace(STACKED_MARKS, '$1').replace(/\r\n|[\u2028\u2029\u0085]/gu, '\n');
  if (options.keepLines !== true) {
    return lines.replace(/[\n\t\r]/gu, ' ').replace(forbiddenCharacter('g'), '');
  }
  return lines.replace(forbiddenCharacter('g'), (found) => (found === '\n' || found === '\t' ? found : ''));
}
