import type { Command } from '@cairn/tui-kit/screen';

const group = 'Programs';

/** What the keys of the page Programs do beside those of its list. */
export const PROGRAMS_COMMANDS = {
  back: { keys: ['esc', 'h', 'left'], title: 'Back to all programs', group, short: 'back' },
  reload: { keys: ['r'], title: 'Ask the server again', group, short: 'ask again' },
  inputs: { keys: ['i'], title: 'Its input groups', group, short: 'inputs' },
  remove: { keys: ['D'], title: 'Delete the program', group },
  copy: { keys: ['y'], title: 'Copy the id', group, short: 'copy id' },
} satisfies Record<string, Command>;
