import type { Command } from '@cairn/tui-kit/screen';

const group = 'Inputs';

/** What the keys of the page Inputs do beside those of its lists. */
export const INPUTS_COMMANDS = {
  add: { keys: ['a'], title: 'Add input groups from files, a folder or a pattern', group, short: 'add' },
  cut: { keys: ['c'], title: 'Cut one CSV file into input groups', group, short: 'cut' },
  remove: {
    keys: ['D'],
    title: 'Delete the marked input groups, or the one at hand',
    group,
    short: 'delete',
  },
  other: { keys: ['p'], title: 'Another program', group, short: 'program' },
  reload: { keys: ['r'], title: 'Ask the server again', group },
  copy: { keys: ['y'], title: 'Copy the id', group },
  send: { keys: ['enter'], title: 'Send what is new', group, short: 'send' },
  leave: { keys: ['esc'], title: 'Stop and go back', group, short: 'back' },
} satisfies Record<string, Command>;
