import { useStdout } from 'ink';
import { useCallback } from 'react';
import { useNotice } from '../shell/notice.js';
import { osc52 } from './osc52.js';

/** What copies a text through the terminal, and says so. */
export function useCopy(): (text: string, what: string) => void {
  const { stdout } = useStdout();
  const notice = useNotice();
  return useCallback(
    (text, what) => {
      // Past the painter, which would take it for text; it moves nothing on the screen.
      stdout.write(osc52(text));
      notice(`Copied ${what}`);
    },
    [stdout, notice],
  );
}
