import { formatNumberOf } from '@cairn/tui-kit';
import { cleanText, type Field, typedPath, useNotice, useOverlays } from '@cairn/tui-kit/screen';
import { deleteInputGroups, groupsLoss } from '../../deletion/delete-input-groups.js';
import type { MeantInputs } from '../../inputs/prepare-inputs.js';
import type { Desk } from '../desk/desk.js';
import { problemOf } from '../problem-of.js';
import { questionLines } from '../question-lines.js';
import { csvField } from './csv-field.js';
import type { GroupRow, GroupsFeed } from './groups-feed.js';

export interface GroupActionOptions {
  readonly desk: Desk;
  readonly feed: GroupsFeed;
  readonly onAdd: (meant: MeantInputs) => void;
  readonly onGone: () => void;
}

/** What is asked before files are added. */
const PATH_FIELD: Field = {
  ...csvField('path', 'From'),
  help: 'A CSV file, a folder of them, or a pattern such as runs/*.csv. Tab completes.',
};

/** What can be done with the input groups of a program. */
export function useGroupActions({ desk, feed, onAdd, onGone }: GroupActionOptions): {
  readonly add: () => Promise<void>;
  readonly remove: (groups: readonly GroupRow[]) => Promise<void>;
} {
  const overlays = useOverlays();
  const notice = useNotice();
  const add = async (): Promise<void> => {
    const answers = await overlays.ask('Add input groups', [PATH_FIELD]);
    if (answers?.path !== undefined) onAdd({ paths: [typedPath(answers.path)] });
  };
  const remove = async (groups: readonly GroupRow[]): Promise<void> => {
    const title = `Delete ${formatNumberOf(groups.length, 'input group')}?`;
    const lines = questionLines(groupsLoss(groups));
    if (!(await overlays.confirm({ title, lines, yes: 'Delete', danger: true }))) return;
    try {
      const ids = groups.map(({ id }) => id);
      const onDeleted = (deleted: number): void => notice(`Deleted ${deleted} of ${ids.length}`);
      await deleteInputGroups(desk.place.server, ids, onDeleted);
      notice(`Deleted ${formatNumberOf(ids.length, 'input group')}`);
      onGone();
    } catch (error) {
      notice(cleanText(`✗ ${problemOf(error)}`));
    }
    await Promise.all([feed.refresh(), desk.programs.refresh()]);
  };
  return { add, remove };
}
