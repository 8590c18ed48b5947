import { type Line, REACH } from '@cairn/tui-kit/screen';
import type { NowState } from './now/now-state.js';
import type { ControlState } from './work/control-state.js';
import { pauseText } from './work/pause-text.js';

/** What every page shows of the work and of the way to the server. */
export function statusLine(now: NowState, control: ControlState): Line {
  const pause = pauseText(control);
  const work: Line = !control.running
    ? [{ text: '■ stopped  ', tone: 'muted' }]
    : pause === undefined
      ? []
      : [{ text: `‖ ${pause}  `, tone: 'warn' }];
  return [...work, REACH[now.reach]];
}
