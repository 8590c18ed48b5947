import { useValue } from '@cairn/tui-kit/screen';
import { type ReactNode, useEffect } from 'react';
import { ProgramChooser } from '../chooser/program-chooser.js';
import type { Desk } from '../desk/desk.js';
import type { Page } from '../page.js';
import { ResultsFeed } from './results-feed.js';
import { ResultsView } from './results-view.js';

/** What the confirmed proofs of a program say. */
export const RESULTS_PAGE: Page = {
  name: 'Results',
  open(desk) {
    const feeds = new Map<string, ResultsFeed>();
    const feedOf = (programId: string): ResultsFeed => {
      const feed = feeds.get(programId) ?? new ResultsFeed(desk.place);
      feeds.set(programId, feed);
      return feed;
    };
    return { draw: () => <ResultsPage desk={desk} feedOf={feedOf} /> };
  },
};

interface ResultsPageProps {
  readonly desk: Desk;
  readonly feedOf: (programId: string) => ResultsFeed;
}

function ResultsPage({ desk, feedOf }: ResultsPageProps): ReactNode {
  const id = useValue(desk.program);
  const programs = useValue(desk.programs.programs);
  // How many are confirmed tells when there is more to show.
  useEffect(() => desk.programs.watch(), [desk]);
  const program = programs.value?.find((one) => one.id === id);
  if (program === undefined) return <ProgramChooser desk={desk} title="Results of which program?" />;
  return <ResultsView key={program.id} {...{ desk, program }} feed={feedOf(program.id)} />;
}
