import { REACH, ScreenShell, useValue } from '@cairn/tui-kit/screen';
import { type ReactNode, useEffect, useState } from 'react';
import { interrupt } from '../interrupt.js';
import type { ScreenEnds } from '../org-screen.js';
import type { Doorkeeper } from './doorkeeper.js';
import { GreetingFeed } from './greeting.js';
import { SignInPage } from './sign-in-page.js';

export interface OutsideScreenProps {
  readonly doorkeeper: Doorkeeper;
  readonly problem: string | undefined;
  readonly ends: ScreenEnds;
}

/** The screen while nobody is signed in. */
export function OutsideScreen({ doorkeeper, problem, ends }: OutsideScreenProps): ReactNode {
  const [greetings] = useState(() => new GreetingFeed(doorkeeper.place));
  const reach = useValue(greetings.reach);
  useEffect(() => {
    const leaving = new AbortController();
    void greetings.ask(leaving.signal);
    return () => leaving.abort();
  }, [greetings]);
  return (
    <ScreenShell
      program="cairn-org"
      tabs={[]}
      active=""
      onTab={() => {}}
      crumbs={['Sign in']}
      status={[REACH[reach]]}
      onInterrupt={interrupt}
      {...ends}
    >
      <SignInPage {...{ doorkeeper, greetings, problem }} />
    </ScreenShell>
  );
}
