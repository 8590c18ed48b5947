import type { Command } from '@cairn/tui-kit/screen';

const group = 'Triage';

/** What the keys of the page Triage do beside those of its list. */
export const TRIAGE_COMMANDS = {
  mark: { keys: ['space'], title: 'Mark the proof, and go on', group, short: 'mark' },
  markAll: { keys: ['m'], title: 'Mark all that are shown, or none', group },
  verify: {
    keys: ['v'],
    title: 'Verify the marked proofs, or the one under the cursor',
    group,
    short: 'verify',
  },
  verifyAll: {
    keys: ['V'],
    title: 'Verify all that are shown and have no verdict',
    group,
    short: 'verify all',
  },
  stop: { keys: ['X'], title: 'Stop verifying; what was found stays', group, short: 'stop' },
  confirm: {
    keys: ['c'],
    title: 'Confirm the marked proofs, or the one under the cursor',
    group,
    short: 'confirm',
  },
  confirmAll: { keys: ['C'], title: 'Confirm all that are shown and were found valid', group },
  reject: {
    keys: ['x'],
    title: 'Reject the marked proofs, or the one under the cursor',
    group,
    short: 'reject',
  },
  undo: { keys: ['u'], title: 'Take the last decision back', group, short: 'undo' },
  automatic: { keys: ['a'], title: 'Automatic mode: confirm what verifies', group, short: 'automatic' },
  view: { keys: ['w'], title: 'Waiting, confirmed or rejected proofs', group, short: 'waiting/…' },
  filter: { keys: ['f'], title: 'Filter by program, donor, verdict and age', group },
  reload: { keys: ['r'], title: 'Ask the server again', group },
  copy: { keys: ['y'], title: 'Copy the hash of the proof', group },
  back: { keys: ['esc', 'h', 'left'], title: 'Back to the list', group, short: 'back' },
} satisfies Record<string, Command>;
