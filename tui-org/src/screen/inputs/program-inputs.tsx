import { cleanText, useValue, type ValueStore } from '@cairn/tui-kit/screen';
import { type ReactNode, useEffect } from 'react';
import type { MeantInputs } from '../../inputs/prepare-inputs.js';
import type { OwnProgram } from '../../programs/find-program.js';
import type { Desk } from '../desk/desk.js';
import { Adding } from './adding.js';
import { AddingView } from './adding-view.js';
import type { GroupsFeed } from './groups-feed.js';
import { GroupsView } from './groups-view.js';

/** What is being added to which program, by the program's id. */
export type AddingOf = ReadonlyMap<string, Adding>;

export interface ProgramInputsProps {
  readonly desk: Desk;
  readonly program: OwnProgram;
  readonly feed: GroupsFeed;
  readonly adding: ValueStore<AddingOf>;
}

/** The input groups of one program, or files on their way to become some. */
export function ProgramInputs({ desk, program, feed, adding }: ProgramInputsProps): ReactNode {
  useEffect(() => feed.watch(desk.live), [desk, feed]);
  const now = useValue(adding).get(program.id);
  const onAdd = (meant: MeantInputs): void => {
    const begun = new Adding(desk.place, program.id, () => {
      void feed.refresh();
      void desk.programs.refresh();
    });
    adding.update((before) => new Map([...before, [program.id, begun]]));
    void begun.check(meant);
  };
  const onLeave = (): void => {
    now?.stop();
    adding.update((before) => new Map([...before].filter(([id]) => id !== program.id)));
    void feed.refresh();
  };
  if (now !== undefined)
    return <AddingView adding={now} program={cleanText(program.name)} onLeave={onLeave} />;
  return <GroupsView {...{ desk, program, feed, onAdd }} />;
}
