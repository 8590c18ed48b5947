import { ScreenRoot, ScreenShell, useThemeSwitch, useValue } from '@cairn/tui-kit/screen';
import { type ReactNode, useMemo, useState } from 'react';
import type { BrowseFeed } from './browse/browse-feed.js';
import { BrowsePage } from './browse/browse-page.js';
import { crumbsOf, type Place } from './browse/place.js';
import type { CreditFeed } from './credit/credit-feed.js';
import type { HistoryFeed } from './history/history-feed.js';
import { HistoryPage } from './history/history-page.js';
import { NowPage } from './now/now-page.js';
import { PAGES } from './pages.js';
import { quitQuestion } from './quit-question.js';
import { SettingsPage } from './settings/settings-page.js';
import { statusLine } from './status-line.js';
import type { SessionView } from './work/session-view.js';

export interface DonorScreenProps {
  readonly view: SessionView;
  readonly history: HistoryFeed;
  readonly browse: BrowseFeed;
  readonly credit: CreditFeed;
  readonly env: NodeJS.ProcessEnv;
  readonly onQuit: () => void;
}

/** The donor's whole screen. */
export function DonorScreen({ view, history, browse, credit, env, onQuit }: DonorScreenProps): ReactNode {
  const { theme, toggle } = useThemeSwitch(env);
  const [active, setActive] = useState('Now');
  const [place, setPlace] = useState<Place>({});
  const now = useValue(view.now);
  const control = useValue(view.control);
  const settings = useValue(view.settings);
  // The same object until a setting is another one: the lists that are made of it need not be made anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the limits are those of the settings
  const limits = useMemo(() => view.session.limits, [view, settings]);
  const confirmed = useValue(history.pieces).filter(({ verdict }) => verdict.state === 'confirmed').length;
  return (
    <ScreenRoot theme={theme}>
      <ScreenShell
        program="cairn-donor"
        tabs={PAGES}
        active={active}
        onTab={setActive}
        crumbs={active === 'Browse' ? [active, ...crumbsOf(place)] : [active]}
        status={statusLine(now, control)}
        onTheme={toggle}
        quitQuestion={() => {
          const { piece } = view.now.get();
          return piece === undefined ? undefined : quitQuestion(piece);
        }}
        onQuit={onQuit}
        onInterrupt={() => process.kill(process.pid, 'SIGINT')}
      >
        {active === 'Now' && <NowPage view={view} confirmed={confirmed} />}
        {active === 'Browse' && (
          <BrowsePage browse={browse} history={history} limits={limits} place={place} onPlace={setPlace} />
        )}
        {active === 'History' && <HistoryPage history={history} credit={credit} />}
        {active === 'Settings' && <SettingsPage view={view} />}
      </ScreenShell>
    </ScreenRoot>
  );
}
