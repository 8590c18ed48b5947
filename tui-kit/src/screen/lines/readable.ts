import { type Line, textOf } from './line.js';

/** Frames, braille and blocks: pictures, which a screen reader would spell out. */
const PICTURES = /[\u2500-\u259F\u2800-\u28FF]+/gu;

/** What a screen reader should read: the lines in their order, without pictures and empty lines. */
export function readable(lines: readonly Line[]): Line[] {
  return lines.flatMap((line) => {
    const text = textOf(line).replace(PICTURES, ' ').replace(/ {2,}/gu, '  ').trim();
    return text === '' ? [] : [[{ text }]];
  });
}
