import type { Line, Tone } from '../lines/line.js';

/** A bar that is full to a fraction; undefined draws an empty one. */
export function bar(fraction: number | undefined, width: number, tone: Tone = 'accent'): Line {
  const full = Math.round(Math.max(0, Math.min(1, fraction ?? 0)) * width);
  return [
    { text: '━'.repeat(full), tone, bold: true },
    { text: '─'.repeat(Math.max(0, width - full)), tone: 'border' },
  ];
}
