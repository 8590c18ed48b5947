import { cleanText, factLines, type Line, line, wrapText } from '@cairn/tui-kit/screen';
import type { Greeting } from './greeting.js';

export interface SignInFacts {
  readonly server: string;
  readonly greeting: Greeting | undefined;
  /** Why one is not in any more. */
  readonly problem: string | undefined;
}

/** What somebody meets who is not signed in. */
export function signInLines({ server, greeting, problem }: SignInFacts, width: number): Line[] {
  const wrapped = (text: string, look: Parameters<typeof line>[1] = {}): Line[] =>
    wrapText(text, width).map((part) => line(part, look));
  const closed = greeting?.registrationOpen === false;
  return [
    ...(problem === undefined ? [] : [...wrapped(`✗ ${cleanText(problem)}`, { tone: 'bad' }), []]),
    ...factLines('Server', cleanText(server), width),
    ...factLines('Cairn', greeting === undefined ? 'not asked yet' : cleanText(greeting.version), width),
    [],
    ...wrapped('l  Log in with an account that this server knows.'),
    ...(closed
      ? wrapped('This server takes no new organizations: its operator has closed registration.')
      : wrapped('r  Register: make an account for an organization.')),
    [],
    ...wrapped('The session is kept in a file that only you can read, and renewed without asking.', {
      tone: 'muted',
    }),
  ];
}
