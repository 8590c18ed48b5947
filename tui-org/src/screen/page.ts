import type { Command, Question, Tab } from '@cairn/tui-kit/screen';
import type { ReactNode } from 'react';
import type { Desk } from './desk/desk.js';

/** The pages that there are, in the order of their keys. */
const PLACES = ['Programs', 'Publish', 'Inputs', 'Triage', 'Results', 'Account'] as const;

export type PageName = (typeof PLACES)[number];

/** A page that is open for whoever is signed in. */
export interface OpenPage {
  /** Draws it while it is in front. What it keeps from one visit to the next, it keeps outside of its components. */
  draw(): ReactNode;
  /** What is asked before the screen is closed; nothing where no work is under way. */
  quitQuestion?(): Question | undefined;
}

/** A page of the screen. */
export interface Page {
  readonly name: PageName;
  /** Puts together what the page keeps, when somebody has signed in. What it begins ends with `desk.place.signal`. */
  open(desk: Desk): OpenPage;
}

const group = 'Pages';

/** The tab of a page; its key is the page's place. */
export function tabOf({ name }: Page): Tab {
  const command: Command = { keys: [`${PLACES.indexOf(name) + 1}`], title: `Go to ${name}`, group };
  return { name, command };
}
