import { useValue } from '@cairn/tui-kit/screen';
import { type ReactNode, useMemo } from 'react';
import { markText } from '../../selection/mark-text.js';
import type { HistoryFeed } from '../history/history-feed.js';
import type { BrowseFeed } from './browse-feed.js';
import { type ExpectedLimits, expectationOf } from './expectation.js';
import { OrganizationsView } from './organizations-view.js';
import { type Place, placeBack } from './place.js';
import { ProgramView } from './program-view.js';
import { ProgramsView } from './programs-view.js';

export interface BrowsePageProps {
  readonly browse: BrowseFeed;
  readonly history: HistoryFeed;
  readonly limits: ExpectedLimits;
  readonly place: Place;
  readonly onPlace: (place: Place) => void;
}

/** What there is to work on: organizations, their programs, each program. */
export function BrowsePage({ browse, history, limits, place, onPlace }: BrowsePageProps): ReactNode {
  const pieces = useValue(history.pieces);
  const proven = useMemo(() => pieces.filter(({ outcome }) => outcome === 'proven'), [pieces]);
  const selection = useValue(browse.wishes.selection);
  const { organization, program } = place;
  const onBack = (): void => onPlace(placeBack(place) ?? {});
  if (organization === undefined) {
    return <OrganizationsView browse={browse} onOpen={(chosen) => onPlace({ organization: chosen })} />;
  }
  if (program === undefined) {
    const onOpen = (row: { readonly program: NonNullable<Place['program']> }): void =>
      onPlace({ organization, program: row.program });
    return <ProgramsView {...{ browse, organization, proven, limits, onOpen, onBack }} />;
  }
  return (
    <ProgramView
      browse={browse}
      row={{
        program,
        expected: expectationOf(program, proven, limits),
        mark: markText(selection, { kind: 'program', id: program.id }),
      }}
      onBack={onBack}
    />
  );
}
