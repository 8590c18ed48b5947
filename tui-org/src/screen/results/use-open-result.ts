import { cleanText, useOverlays } from '@cairn/tui-kit/screen';
import type { ResultRow } from '../../results/result-row.js';
import type { ResultSet } from '../../results/result-set.js';
import { resultLines } from './result-lines.js';

/** What shows everything that is known of one result. */
export function useOpenResult(set: ResultSet | undefined): (row: ResultRow) => void {
  const overlays = useOverlays();
  return (row) => {
    if (set === undefined) return;
    overlays.showLines(cleanText(row.inputGroup.name), (room) => resultLines(set, row, room));
  };
}
