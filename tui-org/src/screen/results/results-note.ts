import type { Loaded } from '@cairn/tui-kit/screen';
import type { SeenResults } from './results-feed.js';

/** What is written into the frame of a view of results: that the server could not be asked, or where one is. */
export function resultsNote({ state }: Loaded<SeenResults>, note: string): string {
  return state === 'failed' ? 'could not ask the server; r tries again' : note;
}
