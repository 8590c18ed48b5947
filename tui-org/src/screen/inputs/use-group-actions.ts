import { formatNumberOf } from '@cairn/tui-kit';
import { cleanText, completePath, typedPath, useNotice, useOverlays } from '@cairn/tui-kit/screen';
import { deleteInputGroups, groupsLoss } from '../../deletion/delete-input-groups.js';
import type { Desk } from '../desk/desk.js';
import { problemOf } from '../problem-of.js';
import { questionLines } from '../question-lines.js';
import type { GroupRow, GroupsFeed } from './groups-feed.js';

export interface GroupActionOptions {
  readonly desk: Desk;
  readonly feed: GroupsFeed;
  readonly onAdd: (path: string) => void;
  readonly onGone: () => void;
}

const isCsv = (name: string): boolean => name.toLowerCase().endsWith('.csv');

/** What can be done with the input groups of a program. */
export function useGroupActions({ desk, feed, onAdd, onGone }: GroupActionOptions): {
  readonly add: () => Promise<void>;
  readonly remove: (groups: readonly GroupRow[]) => Promise<void>;
} {
  const overlays = useOverlays();
  const notice = useNotice();
  const add = async (): Promise<void> => {
    const answers = await overlays.ask('Add input groups', [
      {
        name: 'path',
        label: 'From',
        initial: '',
        help: 'A CSV file, a folder of them, or a pattern such as runs/*.csv. Tab completes.',
        complete: (typed) => completePath(typed, isCsv),
        check: (typed) => (typed === '' ? 'type a path' : undefined),
      },
    ]);
    if (answers?.path !== undefined) onAdd(typedPath(answers.path));
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
