import type { Command } from '@cairn/tui-kit/screen';

const group = 'Settings';

/** The keys of the page Settings beside those of its list. */
export const SETTINGS_COMMANDS = {
  edit: { keys: ['enter', 'e', 'l', 'right'], title: 'Change the setting', group, short: 'change' },
  unset: { keys: ['u', 'delete'], title: 'Forget what was saved', group, short: 'forget' },
  reload: { keys: ['r'], title: 'Read the settings anew', group },
  copy: { keys: ['y'], title: 'Copy the command that sets it', group, short: 'copy' },
  other: {
    keys: ['tab', 'shift-tab'],
    title: 'Between the list and what it says',
    group,
    short: 'other pane',
  },
} satisfies Record<string, Command>;
