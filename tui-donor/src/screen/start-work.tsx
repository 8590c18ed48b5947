import type { RunFlags } from '../cli/run-flags.js';
import type { ScreenContent } from './donor-screen.js';
import { StartedScreen } from './started-screen.js';
import { openWorkplace, type Workplace } from './work/open-workplace.js';

/** The work, put together and not begun, and what is shown of it. */
export interface StartedWork {
  readonly workplace: Workplace;
  readonly content: ScreenContent;
}

/** Opens the donor's folder. All that is not of the first frame is loaded with this. */
export async function startWork(flags: RunFlags, env: NodeJS.ProcessEnv): Promise<StartedWork> {
  const workplace = await openWorkplace(flags, env);
  return { workplace, content: (frame) => <StartedScreen frame={frame} workplace={workplace} /> };
}
