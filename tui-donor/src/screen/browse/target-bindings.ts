import { type Binding, bind, useNotice } from '@cairn/tui-kit/screen';
import type { Target } from '../../selection/target.js';
import { BROWSE_COMMANDS } from './browse-commands.js';
import type { SelectionKeeper } from './selection-keeper.js';

/** The keys that say whom to work for, for the one under the cursor; none where there is none. */
export function useTargetBindings(wishes: SelectionKeeper, target: Target | undefined): Binding[] {
  const notice = useNotice();
  if (target === undefined) return [];
  const tell = (doing: Promise<string>): void => void doing.then(notice);
  return [
    bind(BROWSE_COMMANDS.prefer, () => tell(wishes.togglePreferred(target))),
    bind(BROWSE_COMMANDS.higher, () => tell(wishes.move(target, -1))),
    bind(BROWSE_COMMANDS.lower, () => tell(wishes.move(target, 1))),
    bind(BROWSE_COMMANDS.block, () => tell(wishes.toggleBlocked(target))),
  ];
}
