import type { Segment } from '../lines/line.js';

/** How the way to the server stands. */
export type Reach = 'connecting' | 'connected' | 'lost';

/** What every page shows of it. */
export const REACH: Readonly<Record<Reach, Segment>> = {
  connecting: { text: '◌ connecting', tone: 'muted' },
  connected: { text: '● connected', tone: 'good' },
  lost: { text: '○ offline, connecting again', tone: 'bad' },
};
