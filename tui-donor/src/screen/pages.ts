import type { Command, Tab } from '@cairn/tui-kit/screen';

const group = 'Pages';
const page = (key: string, name: string): Tab => ({ name, command: command(key, name) });
const command = (key: string, name: string): Command => ({ keys: [key], title: `Go to ${name}`, group });

/** The pages, in the order of their keys. */
export const PAGES: readonly Tab[] = [
  page('1', 'Now'),
  page('2', 'Browse'),
  page('3', 'History'),
  page('4', 'Settings'),
];
