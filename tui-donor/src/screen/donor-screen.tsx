import {
  ScreenRoot,
  type ScreenShellProps,
  useThemeSwitch,
  useValue,
  type ValueStore,
} from '@cairn/tui-kit/screen';
import { type ReactNode, useState } from 'react';
import { PAGES } from './pages.js';
import { StartingPage } from './starting-page.js';

/** What every page stands in, whatever is shown of the work. */
export type ScreenFrame = Omit<ScreenShellProps, 'crumbs' | 'status' | 'children'>;

/** What is shown in the frame. */
export type ScreenContent = (frame: ScreenFrame) => ReactNode;

export interface DonorScreenProps {
  /** Undefined while the work is put together. */
  readonly content: ValueStore<ScreenContent | undefined>;
  readonly env: NodeJS.ProcessEnv;
  readonly onQuit: () => void;
}

/** The donor's whole screen. It is there before there is anything to show: a person sees at once that it has started. */
export function DonorScreen({ content, env, onQuit }: DonorScreenProps): ReactNode {
  const { theme, toggle } = useThemeSwitch(env);
  const [active, setActive] = useState('Now');
  const show = useValue(content);
  const frame: ScreenFrame = {
    ...{ program: 'cairn-donor', tabs: PAGES, active, onTab: setActive, onTheme: toggle, onQuit },
    onInterrupt: () => process.kill(process.pid, 'SIGINT'),
  };
  return (
    <ScreenRoot theme={theme}>{show === undefined ? <StartingPage frame={frame} /> : show(frame)}</ScreenRoot>
  );
}
