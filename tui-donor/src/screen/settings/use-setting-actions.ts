import { ClientError } from '@cairn/tui-kit';
import { cleanText, line, useNotice, useOverlays, wrapText } from '@cairn/tui-kit/screen';
import { LONGEST_SNOOZE } from '../../control/protocol.js';
import { parseDuration } from '../../session/parse-duration.js';
import { describeChange } from '../../settings/describe-change.js';
import type { SessionView } from '../work/session-view.js';
import { describeProblem } from './problem-of.js';
import { type SettingRow, SNOOZE } from './setting-row.js';

/** What can be done to a setting. */
export interface SettingActions {
  /** @returns what is wrong with a value that cannot be saved */
  readonly save: (row: SettingRow, text: string) => Promise<string | undefined>;
  readonly forget: (row: SettingRow) => Promise<void>;
  readonly reload: () => Promise<void>;
}

/** What can be done to the settings of a session, and says what came of it. */
export function useSettingActions(view: SessionView): SettingActions {
  const overlays = useOverlays();
  const notice = useNotice();
  const tell = (key: string): void => {
    const shown = view.settings.get().find((setting) => setting.key === key);
    if (shown !== undefined) notice(cleanText(describeChange(shown, true)));
  };
  const tellProblem = async (attempt: () => Promise<void>): Promise<void> => {
    const problem = await problemIn(attempt);
    if (problem !== undefined)
      overlays.showLines('That cannot be', (width) => wrapText(problem, width).map((text) => line(text)));
  };
  return {
    async save({ key }, text) {
      if (key === SNOOZE) {
        view.snooze(parseDuration(text, LONGEST_SNOOZE));
        notice('Snoozed; p goes on');
        return undefined;
      }
      const problem = await problemIn(() => view.change(key, text));
      if (problem === undefined) tell(key);
      return problem;
    },
    async forget({ key, saved = '' }) {
      if (key === SNOOZE) return view.resume();
      const lines = [line(`What was saved is lost: ${cleanText(saved)}`), line('Then holds what is weaker.')];
      if (!(await overlays.confirm({ title: `Forget ${key}?`, lines, yes: 'Forget', danger: true }))) return;
      await tellProblem(async () => {
        await view.change(key, undefined);
        tell(key);
      });
    },
    reload: () =>
      tellProblem(async () => {
        await view.reload();
        notice('The settings were read anew');
      }),
  };
}

async function problemIn(attempt: () => Promise<void>): Promise<string | undefined> {
  try {
    await attempt();
    return undefined;
  } catch (error) {
    if (error instanceof ClientError) return cleanText(describeProblem(error));
    throw error;
  }
}
