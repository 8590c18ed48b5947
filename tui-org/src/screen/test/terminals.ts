import type { ColorKind } from '@cairn/tui-kit/test';

/** The terminals on which every page is looked at: a name, their environment, and the kinds of colour that they show. */
export const TERMINALS: readonly (readonly [string, Record<string, string>, ColorKind[]])[] = [
  ['NO_COLOR', { NO_COLOR: '1', COLORTERM: 'truecolor' }, []],
  ['16 colours', { TERM: 'xterm' }, ['16']],
  ['256 colours', {}, ['256']],
  ['truecolor, light', { COLORTERM: 'truecolor', CAIRN_THEME: 'light' }, ['truecolor']],
];
