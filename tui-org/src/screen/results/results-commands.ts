import type { Command } from '@cairn/tui-kit/screen';

const group = 'Results';

/** What the keys of the page Results do beside those of its list. */
export const RESULTS_COMMANDS = {
  other: { keys: ['p'], title: 'Another program', group, short: 'program' },
  remarks: { keys: ['v'], title: 'What was remarked while they were put together', group, short: 'remarks' },
  copy: { keys: ['y'], title: 'Copy the SHA-256 of the proof', group, short: 'copy hash' },
  reload: { keys: ['r'], title: 'Ask the server again', group },
} satisfies Record<string, Command>;
