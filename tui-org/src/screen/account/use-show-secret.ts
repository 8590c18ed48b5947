import { line, useCopy, useOverlays } from '@cairn/tui-kit/screen';
import { questionLines } from '../question-lines.js';

/** What shows something that is never shown again, and copies it on demand. */
export function useShowSecret(): (title: string, secret: string) => Promise<void> {
  const overlays = useOverlays();
  const copy = useCopy();
  return async (title, secret) => {
    const lines = [line('It is shown this once:'), [], ...questionLines(secret)];
    if (await overlays.confirm({ title, lines, yes: 'Copy it' })) copy(secret, 'it');
  };
}
