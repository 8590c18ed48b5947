import { ScreenShell, useValue } from '@cairn/tui-kit/screen';
import { type ReactNode, useMemo, useState } from 'react';
import { BrowsePage } from './browse/browse-page.js';
import { crumbsOf, type Place } from './browse/place.js';
import type { ScreenFrame } from './donor-screen.js';
import { HistoryPage } from './history/history-page.js';
import { NowPage } from './now/now-page.js';
import { quitQuestion } from './quit-question.js';
import { SettingsPage } from './settings/settings-page.js';
import { statusLine } from './status-line.js';
import type { Workplace } from './work/open-workplace.js';

export interface StartedScreenProps {
  readonly frame: ScreenFrame;
  readonly workplace: Workplace;
}

/** The pages, once there is work to show and to steer. */
export function StartedScreen({ frame, workplace }: StartedScreenProps): ReactNode {
  const { view, history, browse, credit } = workplace;
  const { active } = frame;
  const [place, setPlace] = useState<Place>({});
  const now = useValue(view.now);
  const control = useValue(view.control);
  const settings = useValue(view.settings);
  // The same object until a setting is another one: the lists that are made of it need not be made anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the limits are those of the settings
  const limits = useMemo(() => view.session.limits, [view, settings]);
  const pieces = useValue(history.pieces);
  const confirmed = useMemo(
    () => pieces.filter(({ verdict }) => verdict.state === 'confirmed').length,
    [pieces],
  );
  return (
    <ScreenShell
      {...frame}
      crumbs={active === 'Browse' ? [active, ...crumbsOf(place)] : [active]}
      status={statusLine(now, control)}
      quitQuestion={() => {
        const { piece } = view.now.get();
        return piece === undefined ? undefined : quitQuestion(piece);
      }}
    >
      {active === 'Now' && <NowPage view={view} confirmed={confirmed} />}
      {active === 'Browse' && (
        <BrowsePage browse={browse} history={history} limits={limits} place={place} onPlace={setPlace} />
      )}
      {active === 'History' && <HistoryPage history={history} credit={credit} />}
      {active === 'Settings' && <SettingsPage view={view} />}
    </ScreenShell>
  );
}
