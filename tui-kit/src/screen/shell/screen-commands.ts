import type { Command } from '../keys/command.js';

const group = 'Everywhere';

/** The keys of every screen. */
export const SCREEN_COMMANDS = {
  help: { keys: ['?'], title: 'All keys', group, short: 'keys' },
  palette: { keys: [':', 'ctrl-p'], title: 'Commands', group, short: 'commands', keyOnly: true },
  theme: { keys: ['T'], title: 'Light or dark theme', group },
  quit: { keys: ['q'], title: 'Quit', group, short: 'quit' },
  suspend: { keys: ['ctrl-z'], title: 'To the shell; fg comes back', group, keyOnly: true },
  interrupt: { keys: ['ctrl-c'], title: 'Quit at once', group, keyOnly: true },
} satisfies Record<string, Command>;
