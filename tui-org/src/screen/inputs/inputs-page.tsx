import { useValue, ValueStore } from '@cairn/tui-kit/screen';
import { type ReactNode, useEffect } from 'react';
import { ProgramChooser } from '../chooser/program-chooser.js';
import type { Desk } from '../desk/desk.js';
import type { Page } from '../page.js';
import { GroupsFeed } from './groups-feed.js';
import { type AddingOf, ProgramInputs } from './program-inputs.js';

/** The input groups of a program: what there is, and how more are added. */
export const INPUTS_PAGE: Page = {
  name: 'Inputs',
  open(desk) {
    const adding = new ValueStore<AddingOf>(new Map());
    const feeds = new Map<string, GroupsFeed>();
    const feedOf = (programId: string): GroupsFeed => {
      const feed = feeds.get(programId) ?? new GroupsFeed(desk.place, programId);
      feeds.set(programId, feed);
      return feed;
    };
    return {
      draw: () => <InputsPage {...{ desk, adding, feedOf }} />,
      quitQuestion: () => [...adding.get().values()].map((one) => one.quitQuestion()).find(Boolean),
    };
  },
};

interface InputsPageProps {
  readonly desk: Desk;
  readonly adding: ValueStore<AddingOf>;
  readonly feedOf: (programId: string) => GroupsFeed;
}

function InputsPage({ desk, adding, feedOf }: InputsPageProps): ReactNode {
  const id = useValue(desk.program);
  // The programs are needed for the name of the one at hand.
  const programs = useValue(desk.programs.programs);
  useEffect(() => {
    if (programs.value === undefined) void desk.programs.refresh();
  }, [desk, programs.value]);
  const program = programs.value?.find((one) => one.id === id);
  if (program === undefined) return <ProgramChooser desk={desk} title="Inputs of which program?" />;
  return <ProgramInputs key={program.id} {...{ desk, program, adding }} feed={feedOf(program.id)} />;
}
