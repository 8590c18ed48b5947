import { formatCount } from '@cairn/tui-kit';
import { cleanText, type ListColumn, type Tone } from '@cairn/tui-kit/screen';
import type { GroupRow } from './groups-feed.js';

type State = GroupRow['state'];

const STATES: Readonly<Record<State, readonly [string, Tone]>> = {
  AVAILABLE: ['· available', 'muted'],
  RESERVED: ['░ reserved', 'warn'],
  EXECUTED: ['▒ executed', 'chart'],
  PROVEN: ['▓ proven', 'accent'],
  CONFIRMED: ['█ confirmed', 'good'],
  FAILED: ['× failed', 'bad'],
};

/** Where a group stands, in a word with the sign that it has in the bar of its program. */
export function stateText(state: State): string {
  return STATES[state][0];
}

/** The columns of the list of input groups. */
export const GROUP_COLUMNS: readonly ListColumn<GroupRow>[] = [
  { title: 'input group', text: (group) => cleanText(group.name), width: 14, grow: 1 },
  {
    title: 'state',
    text: (group) => stateText(group.state),
    tone: (group) => STATES[group.state][1],
    width: 11,
  },
  {
    title: 'values',
    text: (group) => formatCount(group.valueCount),
    sortBy: (group) => group.valueCount,
    descending: true,
    width: 9,
    align: 'right',
  },
  {
    title: 'attempts',
    text: (group) => formatCount(group.attempts),
    sortBy: (group) => group.attempts,
    descending: true,
    width: 8,
    align: 'right',
    spare: 1,
  },
  {
    title: 'rejected',
    text: (group) => formatCount(group.rejections.length),
    sortBy: (group) => group.rejections.length,
    descending: true,
    width: 8,
    align: 'right',
    spare: 2,
  },
  { title: 'kept here', text: (group) => (group.kept ? 'yes' : 'no'), width: 9, spare: 3 },
];
