import { cleanText, REACH, ScreenShell, useValue } from '@cairn/tui-kit/screen';
import { type ReactNode, useState } from 'react';
import { interrupt } from '../interrupt.js';
import type { ScreenEnds } from '../org-screen.js';
import { type PageName, tabOf } from '../page.js';
import { PAGES } from '../pages.js';
import { CrumbsContext } from './crumbs.js';
import type { Desk } from './desk.js';

const TABS = PAGES.map(tabOf);

/** The screen of whoever is signed in: its pages. */
export function DeskScreen({ desk, ends }: { readonly desk: Desk; readonly ends: ScreenEnds }): ReactNode {
  const [pages] = useState(() => new Map(PAGES.map((page) => [page.name, page.open(desk)])));
  const [crumbs, setCrumbs] = useState<readonly string[]>([]);
  const active = useValue(desk.page);
  const reach = useValue(desk.live.reach);
  return (
    <ScreenShell
      program="cairn-org"
      tabs={TABS}
      active={active}
      onTab={(name) => desk.page.set(name as PageName)}
      crumbs={[cleanText(desk.session.organization.name), active, ...crumbs]}
      status={[REACH[reach]]}
      quitQuestion={() => [...pages.values()].map((page) => page.quitQuestion?.()).find(Boolean)}
      onInterrupt={interrupt}
      {...ends}
    >
      <CrumbsContext.Provider value={setCrumbs}>{pages.get(active)?.draw()}</CrumbsContext.Provider>
    </ScreenShell>
  );
}
