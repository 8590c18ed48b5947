import { ScreenRoot, useThemeSwitch, useValue } from '@cairn/tui-kit/screen';
import type { ReactNode } from 'react';
import { DeskScreen } from './desk/desk-screen.js';
import type { Doorkeeper } from './sign-in/doorkeeper.js';
import { OutsideScreen } from './sign-in/outside-screen.js';

/** What the whole screen can do, whoever is signed in. */
export interface ScreenEnds {
  readonly onTheme: () => void;
  readonly onQuit: () => void;
}

export interface OrgScreenProps {
  readonly doorkeeper: Doorkeeper;
  readonly env: NodeJS.ProcessEnv;
  readonly onQuit: () => void;
}

/** The organization's whole screen: the pages, or the way in to them. */
export function OrgScreen({ doorkeeper, env, onQuit }: OrgScreenProps): ReactNode {
  const { theme, toggle } = useThemeSwitch(env);
  const door = useValue(doorkeeper.door);
  const ends: ScreenEnds = { onTheme: toggle, onQuit };
  return (
    <ScreenRoot theme={theme}>
      {door.state === 'open' ? (
        <DeskScreen desk={door.desk} ends={ends} />
      ) : (
        <OutsideScreen
          doorkeeper={doorkeeper}
          problem={door.state === 'closed' ? door.problem : undefined}
          ends={ends}
        />
      )}
    </ScreenRoot>
  );
}
