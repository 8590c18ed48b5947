import type { Command } from '@cairn/tui-kit/screen';

const group = 'Results';

/** What the keys of the page Results do beside those of its lists. */
export const RESULTS_COMMANDS = {
  histogram: { keys: ['c'], title: 'How an output is spread: its histogram', group, short: 'chart' },
  top: { keys: ['t'], title: 'The greatest or the least by an output', group, short: 'top' },
  export: { keys: ['e'], title: 'Write the results into a file', group, short: 'export' },
  reducer: { keys: ['x'], title: 'A script of your own over all results', group, short: 'reducer' },
  other: { keys: ['p'], title: 'Another program', group, short: 'program' },
  remarks: { keys: ['v'], title: 'What was remarked while they were put together', group, short: 'remarks' },
  copy: { keys: ['y'], title: 'Copy the SHA-256 of the proof', group, short: 'copy hash' },
  reload: { keys: ['r'], title: 'Ask the server again', group },
  back: { keys: ['esc', 'h', 'left'], title: 'Back to all results', group, short: 'back' },
} satisfies Record<string, Command>;

const choice = 'Results: what is shown';

/** What is chosen in the histogram and among the greatest. */
export const CHOICE_COMMANDS = {
  nextOutput: { keys: ['o', 'tab'], title: 'The next output', group: choice, short: 'output' },
  previousOutput: { keys: ['O', 'shift-tab'], title: 'The output before', group: choice },
  direction: { keys: ['d'], title: 'The least first, or the greatest', group: choice, short: 'order' },
  more: { keys: ['+', '='], title: 'More of them', group: choice, short: 'more' },
  fewer: { keys: ['-'], title: 'Fewer of them', group: choice, short: 'fewer' },
  exactly: { keys: ['#'], title: 'Type how many', group: choice },
} satisfies Record<string, Command>;

const script = 'Results: reducer';

/** What the keys do where a script of one's own is run. */
export const REDUCER_COMMANDS = {
  choose: { keys: ['o', 'enter'], title: 'Choose a script and its limits', group: script, short: 'script' },
  again: {
    keys: ['a'],
    title: 'Run it again, on the results as they are now',
    group: script,
    short: 'again',
  },
  stop: { keys: ['X'], title: 'Stop it', group: script, short: 'stop' },
  copy: { keys: ['y'], title: 'Copy what it made', group: script, short: 'copy' },
} satisfies Record<string, Command>;

const file = 'Results: export';

/** What the keys do where results are written into a file. */
export const EXPORT_COMMANDS = {
  stop: { keys: ['X'], title: 'Stop it; no file is left of it', group: file, short: 'stop' },
  copy: { keys: ['y'], title: 'Copy the path of the file', group: file, short: 'copy path' },
} satisfies Record<string, Command>;
