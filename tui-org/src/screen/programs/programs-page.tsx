import { useValue, ValueStore } from '@cairn/tui-kit/screen';
import { type ReactNode, useEffect, useMemo } from 'react';
import type { Desk } from '../desk/desk.js';
import type { Page } from '../page.js';
import { ProgramView } from './program-view.js';
import { ProgramsView } from './programs-view.js';
import { PulseFeed } from './pulse-feed.js';

/** The organization's programs, and how far each is. */
export const PROGRAMS_PAGE: Page = {
  name: 'Programs',
  open(desk) {
    const pulse = new PulseFeed(desk.place);
    const opened = new ValueStore<string | undefined>(undefined);
    return { draw: () => <ProgramsPage {...{ desk, pulse, opened }} /> };
  },
};

interface ProgramsPageProps {
  readonly desk: Desk;
  readonly pulse: PulseFeed;
  /** Id of the program that is open. */
  readonly opened: ValueStore<string | undefined>;
}

function ProgramsPage({ desk, pulse, opened }: ProgramsPageProps): ReactNode {
  const loaded = useValue(desk.programs.programs);
  const pulses = useValue(pulse.pulses);
  const id = useValue(opened);
  useEffect(() => desk.programs.watch(), [desk]);
  useEffect(() => void pulse.follow(loaded.value ?? []), [pulse, loaded.value]);
  const rows = useMemo(
    () => (loaded.value ?? []).map((program) => ({ program, pulse: pulses.get(program.id) })),
    [loaded.value, pulses],
  );
  const open = rows.find(({ program }) => program.id === id);
  const onOpen = (next: string | undefined): void => {
    opened.set(next);
    if (next !== undefined) desk.program.set(next);
  };
  if (open !== undefined) return <ProgramView row={open} desk={desk} onBack={() => onOpen(undefined)} />;
  return <ProgramsView {...{ desk, loaded, rows }} onOpen={({ program }) => onOpen(program.id)} />;
}
