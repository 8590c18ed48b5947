import { cleanText, useNotice } from '@cairn/tui-kit/screen';
import { problemOf } from '../problem-of.js';

/** What does something, and says in a notice what went wrong. */
export function useTrying(): (act: () => Promise<void>) => Promise<void> {
  const notice = useNotice();
  return async (act) => {
    try {
      await act();
    } catch (error) {
      notice(cleanText(`✗ ${problemOf(error)}`));
    }
  };
}
