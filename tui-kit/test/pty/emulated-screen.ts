import xterm from '@xterm/headless';

export interface ScreenSize {
  readonly columns: number;
  readonly rows: number;
}

/** Kinds of colour that stand on a screen. */
export type ColorKind = '16' | '256' | 'truecolor';

// Built from texts so that no control character stands in an expression.
const CURSOR = new RegExp(`${'\\u001B'}\\[\\?25([hl])`, 'gu');
const COPIED = new RegExp(`${'\\u001B'}\\]52;c;([A-Za-z0-9+/=]*)`, 'gu');

// Synchronized output: what stands between the two is one frame.
const FRAME_BEGINS = '\u001B[?2026h';
const FRAME_ENDS = '\u001B[?2026l';

/** How long terminals wait for the end of a frame before they show what there is. */
const LONGEST_FRAME_MS = 1000;

/** A terminal as a person would see it, fed with what a program writes: it shows a frame whole or not at all. */
export class EmulatedScreen {
  readonly #terminal: xterm.Terminal;
  #shown = 0;
  #late: NodeJS.Timeout | undefined;
  /** Everything that was written, in its raw form. */
  raw = '';

  constructor({ columns, rows }: ScreenSize) {
    this.#terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 1000 });
  }

  /** Takes in what a program wrote, and shows it but for a frame that has not ended yet. */
  write(data: string): void {
    this.raw += data;
    clearTimeout(this.#late);
    const begins = this.raw.lastIndexOf(FRAME_BEGINS);
    if (begins <= this.raw.lastIndexOf(FRAME_ENDS)) return void this.#show(this.raw.length);
    void this.#show(begins);
    this.#late = setTimeout(() => void this.flush(), LONGEST_FRAME_MS);
  }

  /** Shows all that was written. @returns when the emulator has taken it in */
  flush(): Promise<void> {
    clearTimeout(this.#late);
    return this.#show(this.raw.length);
  }

  #show(end: number): Promise<void> {
    const next = this.raw.slice(this.#shown, end);
    this.#shown = Math.max(this.#shown, end);
    // One piece is taken in at once, so nobody finds a part of it on the screen.
    return new Promise((resolve) => this.#terminal.write(next, resolve));
  }

  resize({ columns, rows }: ScreenSize): void {
    this.#terminal.resize(columns, rows);
  }

  /** The lines in sight, without the spaces at their ends. */
  lines(): string[] {
    const buffer = this.#terminal.buffer.active;
    return Array.from({ length: this.#terminal.rows }, (_, row) => {
      return buffer.getLine(buffer.viewportY + row)?.translateToString(true) ?? '';
    });
  }

  text(): string {
    return this.lines().join('\n').trimEnd();
  }

  get isAlternate(): boolean {
    return this.#terminal.buffer.active.type === 'alternate';
  }

  get isCursorShown(): boolean {
    return [...this.raw.matchAll(CURSOR)].at(-1)?.[1] !== 'l';
  }

  get pastesInBrackets(): boolean {
    return this.#terminal.modes.bracketedPasteMode;
  }

  /** What the program had the terminal copy, the last one last. */
  copied(): string[] {
    return [...this.raw.matchAll(COPIED)].map(([, data = '']) => Buffer.from(data, 'base64').toString());
  }

  /** The kinds of colour in sight, of text and of background; none where all is as the terminal has it. */
  colors(): Set<ColorKind> {
    const buffer = this.#terminal.buffer.active;
    const kinds = new Set<ColorKind>();
    for (let row = 0; row < this.#terminal.rows; row += 1) {
      const line = buffer.getLine(buffer.viewportY + row);
      for (let column = 0; column < this.#terminal.cols; column += 1) {
        const cell = line?.getCell(column);
        if (cell === undefined) continue;
        if (!cell.isFgDefault())
          kinds.add(cell.isFgRGB() ? 'truecolor' : cell.getFgColor() < 16 ? '16' : '256');
        if (!cell.isBgDefault())
          kinds.add(cell.isBgRGB() ? 'truecolor' : cell.getBgColor() < 16 ? '16' : '256');
      }
    }
    return kinds;
  }

  dispose(): void {
    clearTimeout(this.#late);
    this.#terminal.dispose();
  }
}
