import type { Tone } from '../lines/line.js';
import type { Background } from './background.js';
import type { ColorDepth } from './color-depth.js';
import { sgrOfHex } from './sgr-of-hex.js';

/** For each tone the parameters of the escape sequence (SGR) that turns it on; empty where it looks plain. */
export type Theme = Readonly<Record<Tone, string>>;

const HEX: Readonly<Record<Background, Theme>> = {
  dark: {
    plain: '',
    muted: '#8b93a1',
    accent: '#7cc4ff',
    good: '#7ddc8c',
    warn: '#f5c26b',
    bad: '#ff7b72',
    border: '#565f6e',
    chart: '#5fd0c5',
  },
  light: {
    plain: '',
    muted: '#5b6370',
    accent: '#0b5cad',
    good: '#18702c',
    warn: '#8a5200',
    bad: '#b3231a',
    border: '#9aa1ab',
    chart: '#0b7a70',
  },
};

const DIM = '2';
const RED = '31';
const GREEN = '32';
const YELLOW = '33';
const BLUE = '34';
const MAGENTA = '35';
const CYAN = '36';
const GRAY = '90';

const SIXTEEN: Readonly<Record<Background, Theme>> = {
  dark: {
    plain: '',
    muted: DIM,
    accent: CYAN,
    good: GREEN,
    warn: YELLOW,
    bad: RED,
    border: GRAY,
    chart: CYAN,
  },
  // Yellow on white cannot be read.
  light: {
    plain: '',
    muted: DIM,
    accent: BLUE,
    good: GREEN,
    warn: MAGENTA,
    bad: RED,
    border: GRAY,
    chart: BLUE,
  },
};

const NONE: Theme = {
  plain: '',
  muted: DIM,
  accent: '',
  good: '',
  warn: '',
  bad: '',
  border: DIM,
  chart: '',
};

/** The theme for a terminal. */
export function themeFor(depth: ColorDepth, background: Background): Theme {
  if (depth === 'none') return NONE;
  if (depth === '16') return SIXTEEN[background];
  const tones = Object.entries(HEX[background]).map(([tone, hex]) => [tone, hex && sgrOfHex(hex, depth)]);
  return Object.fromEntries(tones) as Record<Tone, string>;
}
