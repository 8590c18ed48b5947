import type { Command } from '@cairn/tui-kit/screen';

const group = 'Browse';

/** What the keys of the page Browse do beside those of its lists. */
export const BROWSE_COMMANDS = {
  back: { keys: ['esc', 'h', 'left'], title: 'Back', group, short: 'back' },
  reload: { keys: ['r'], title: 'Ask the server again', group, short: 'ask again' },
  prefer: { keys: ['*'], title: 'Work for it first, or not any more', group, short: 'prefer' },
  higher: { keys: ['<'], title: 'Higher in the list of whom to work for first', group },
  lower: { keys: ['>'], title: 'Lower in that list', group },
  block: { keys: ['x'], title: 'Never work for it, or allow it again', group, short: 'block' },
  copy: { keys: ['y'], title: 'Copy the id', group, short: 'copy id' },
} satisfies Record<string, Command>;
