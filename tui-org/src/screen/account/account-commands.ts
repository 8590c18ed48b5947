import type { Command } from '@cairn/tui-kit/screen';

const group = 'Account';

/** What the keys of the page Account do beside those of its list. */
export const ACCOUNT_COMMANDS = {
  token: { keys: ['t'], title: 'Make an API token', group, short: 'new token' },
  webhook: { keys: ['w'], title: 'Add a webhook', group, short: 'new webhook' },
  test: { keys: ['e'], title: 'Send the webhook a test', group },
  rotate: { keys: ['R'], title: 'Give the webhook another secret', group },
  remove: {
    keys: ['D'],
    title: 'End the session, revoke the token, or remove the webhook',
    group,
    short: 'remove',
  },
  others: { keys: ['O'], title: 'End every session but this one', group },
  password: { keys: ['p'], title: 'Change the password; ends every other session', group, short: 'password' },
  signOut: { keys: ['o'], title: 'Sign out: end the session of this machine', group, short: 'sign out' },
  deleteAccount: { keys: ['X'], title: 'Delete the account', group },
  reload: { keys: ['r'], title: 'Ask the server again', group },
  copy: { keys: ['y'], title: 'Copy the id', group },
} satisfies Record<string, Command>;
