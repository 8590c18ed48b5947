import type { DrawOptions } from '../draw-fold.js';
import type { OptionValues, Terminal } from './command.js';

/** How to draw here: colours on a terminal unless `NO_COLOR` is set, Unicode unless `--ascii` or the locale is plain. */
export function drawOptions(values: OptionValues, { stdout, env }: Terminal): Required<DrawOptions> {
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || 'UTF-8';
  return {
    color: stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb',
    unicode: values.ascii !== true && /utf-?8/iu.test(locale),
  };
}
