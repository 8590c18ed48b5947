import { typedPath, useOverlays } from '@cairn/tui-kit/screen';
import { DEFAULT_LIMITS, readMemory, readSeconds } from '../../../reducer/reducer-limits.js';
import type { ResultsWork } from '../results-work.js';
import { reducerFields } from './reducer-fields.js';

/** What asks for a script and its limits, and runs it. */
export function useChooseScript(work: ResultsWork): () => Promise<void> {
  const overlays = useOverlays();
  return async () => {
    const before = work.reducing.get()?.script ?? { path: '', ...DEFAULT_LIMITS };
    const answers = await overlays.ask('Run a script of your own', reducerFields(before));
    if (answers === undefined) return;
    const { path = '', seconds = '', memory = '' } = answers;
    const limits = { seconds: readSeconds(seconds, 'the time'), memory: readMemory(memory, 'the memory') };
    work.reduce({ path: typedPath(path), ...limits });
  };
}
