import { sanitizeForTerminal } from '@cairn/shared-schema';

/** A text from outside as one harmless line. */
export function cleanText(text: string): string {
  return sanitizeForTerminal(text).replace(/\s+/gu, ' ').trim();
}

/** A text from outside as harmless lines, for a README or a diagnosis; tabs become spaces. */
export function cleanLines(text: string): string[] {
  return sanitizeForTerminal(text, { keepLines: true }).replaceAll('\t', '    ').split('\n');
}
