import { bind, type Command, LinesView, panel, useBodySize, useLayer, useValue } from '@cairn/tui-kit/screen';
import type { ReactNode } from 'react';
import type { Doorkeeper } from './doorkeeper.js';
import type { GreetingFeed } from './greeting.js';
import { signInLines } from './sign-in-lines.js';
import { useSignIn } from './use-sign-in.js';

const group = 'Sign in';
const LOG_IN: Command = { keys: ['l', 'enter'], title: 'Log in', group, short: 'log in' };
const REGISTER: Command = {
  keys: ['r'],
  title: 'Register: make an account for an organization',
  group,
  short: 'register',
};

export interface SignInPageProps {
  readonly doorkeeper: Doorkeeper;
  readonly greetings: GreetingFeed;
  readonly problem: string | undefined;
}

/** What stands in front of all pages while nobody is signed in. */
export function SignInPage({ doorkeeper, greetings, problem }: SignInPageProps): ReactNode {
  const { width, height } = useBodySize();
  const greeting = useValue(greetings.greeting);
  const { logIn, register } = useSignIn(doorkeeper);
  const mayRegister = greeting?.registrationOpen !== false;
  useLayer('page', {
    bindings: [bind(LOG_IN, logIn), ...(mayRegister ? [bind(REGISTER, register)] : [])],
  });
  const server = doorkeeper.place.server.address.url;
  const lines = signInLines({ server, greeting, problem }, width - 4);
  return <LinesView lines={panel(lines, { title: 'Sign in', width, height, focused: true })} />;
}
