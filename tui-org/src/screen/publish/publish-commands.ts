import type { Command } from '@cairn/tui-kit/screen';

const group = 'Publish';

/** What the keys of the page Publish do. */
export const PUBLISH_COMMANDS = {
  choose: { keys: ['o', 'enter'], title: 'Choose the folder of a package', group, short: 'choose a folder' },
  tryOn: { keys: ['t'], title: 'Run it on one input here (dry run)', group, short: 'dry run' },
  publish: { keys: ['u', 'enter'], title: 'Publish it', group, short: 'publish' },
  again: { keys: ['c'], title: 'Compile it again', group, short: 'compile again' },
  inputs: { keys: ['i', 'enter'], title: 'Add input groups to it', group, short: 'add inputs' },
  leave: { keys: ['esc'], title: 'Back, without publishing it', group, short: 'back' },
} satisfies Record<string, Command>;
