import type { Command } from '../keys/command.js';
import type { ListMove } from './list-state.js';

const group = 'Lists';

/** The keys that move the cursor. */
export function moveCommands(height: number): readonly (readonly [Command, ListMove])[] {
  const half = Math.max(1, Math.floor(height / 2));
  const page = Math.max(1, height - 1);
  return [
    [MOVE.down, { by: 1 }],
    [MOVE.up, { by: -1 }],
    [MOVE.first, { to: 'first' }],
    [MOVE.last, { to: 'last' }],
    [MOVE.halfDown, { by: half }],
    [MOVE.halfUp, { by: -half }],
    [MOVE.pageDown, { by: page }],
    [MOVE.pageUp, { by: -page }],
    [MOVE.next, { by: 1, wrap: true }],
    [MOVE.previous, { by: -1, wrap: true }],
  ];
}

const MOVE = {
  down: { keys: ['j', 'down'], title: 'Down', group, keyOnly: true },
  up: { keys: ['k', 'up'], title: 'Up', group, keyOnly: true },
  first: { keys: ['g', 'home'], title: 'First', group, keyOnly: true },
  last: { keys: ['G', 'end'], title: 'Last', group, keyOnly: true },
  halfDown: { keys: ['ctrl-d'], title: 'Half a page down', group, keyOnly: true },
  halfUp: { keys: ['ctrl-u'], title: 'Half a page up', group, keyOnly: true },
  pageDown: { keys: ['pagedown', 'ctrl-f'], title: 'A page down', group, keyOnly: true },
  pageUp: { keys: ['pageup', 'ctrl-b'], title: 'A page up', group, keyOnly: true },
  next: { keys: ['n'], title: 'Next match', group, keyOnly: true },
  previous: { keys: ['N'], title: 'Previous match', group, keyOnly: true },
} satisfies Record<string, Command>;

export const LIST_COMMANDS = {
  open: { keys: ['enter', 'l', 'right'], title: 'Open', group, short: 'open' },
  filter: { keys: ['/'], title: 'Filter', group, short: 'filter' },
  sort: { keys: ['s'], title: 'Sort by the next column', group, short: 'sort' },
  keepFilter: { keys: ['enter'], title: 'Keep the filter', group, short: 'keep', keyOnly: true },
  clearFilter: { keys: ['esc'], title: 'Show all again', group, short: 'show all' },
} satisfies Record<string, Command>;
