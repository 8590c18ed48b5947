import { styleText } from 'node:util';
import { jsonLine } from './json-line.js';

/** A stream to write to; process.stdout is one. */
export interface TextStream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Colours and weights that may be used; state is never told by colour alone. */
export type Style = Parameters<typeof styleText>[0];

/** Where a command writes its results: for people, or JSON lines for programs. */
export class Output {
  constructor(
    private readonly stream: TextStream,
    /** Whether results are written as JSON lines. */
    readonly json: boolean,
    private readonly colors: boolean,
  ) {}

  /** Cells in a line. */
  get width(): number {
    return this.stream.columns ?? 80;
  }

  /** Writes lines for people; nothing with `--json`. The text must be free of what came from outside, or sanitised. */
  text(lines: string): void {
    if (!this.json) this.stream.write(`${lines}\n`);
  }

  /** Writes one JSON line with `--json`; nothing for people. */
  record(value: unknown): void {
    if (this.json) this.stream.write(`${jsonLine(value)}\n`);
  }

  /** Colours a text where colours are wanted. */
  paint(style: Style, text: string): string {
    return this.colors ? styleText(style, text, { validateStream: false }) : text;
  }
}

/** Whether to use colours: a terminal, and neither NO_COLOR nor a dumb terminal; FORCE_COLOR decides otherwise. */
export function wantsColors(stream: TextStream, env: NodeJS.ProcessEnv): boolean {
  if ((env.NO_COLOR ?? '') !== '') return false;
  if ((env.FORCE_COLOR ?? '') !== '') return env.FORCE_COLOR !== '0';
  return stream.isTTY === true && env.TERM !== 'dumb';
}
