import type { Command } from '@cairn/tui-kit/screen';

const group = 'Work';

/** What the keys of the page Now do. */
export const NOW_COMMANDS = {
  pause: { keys: ['p'], title: 'Pause the work, or go on', group, short: 'pause' },
  snooze: { keys: ['z'], title: 'Snooze for a time', group, short: 'snooze' },
  more: { keys: ['+', '='], title: 'Raise the cap by a quarter of a CPU', group, short: 'more CPU' },
  less: { keys: ['-', '_'], title: 'Lower the cap by a quarter of a CPU', group, short: 'less' },
  uncap: { keys: ['0'], title: "Take the settings' cap again", group, short: "settings' cap" },
  finish: { keys: ['f'], title: 'Finish this piece, then stop', group, short: 'finish' },
  restart: { keys: ['r'], title: 'Begin to work again', group, short: 'work again' },
  copy: { keys: ['y'], title: 'Copy what happened last', group },
} satisfies Record<string, Command>;
