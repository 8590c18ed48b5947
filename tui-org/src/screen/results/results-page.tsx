import { useValue } from '@cairn/tui-kit/screen';
import { type ReactNode, useEffect } from 'react';
import { ProgramChooser } from '../chooser/program-chooser.js';
import type { Desk } from '../desk/desk.js';
import type { Page } from '../page.js';
import { ProgramResults } from './program-results.js';
import { ResultsWork } from './results-work.js';

/** What the confirmed proofs of a program say. */
export const RESULTS_PAGE: Page = {
  name: 'Results',
  open(desk) {
    const works = new Map<string, ResultsWork>();
    const workOf = (programId: string): ResultsWork => {
      const work = works.get(programId) ?? new ResultsWork(desk.place);
      works.set(programId, work);
      return work;
    };
    return {
      draw: () => <ResultsPage desk={desk} workOf={workOf} />,
      quitQuestion: () => [...works.values()].map((work) => work.quitQuestion()).find(Boolean),
    };
  },
};

interface ResultsPageProps {
  readonly desk: Desk;
  readonly workOf: (programId: string) => ResultsWork;
}

function ResultsPage({ desk, workOf }: ResultsPageProps): ReactNode {
  const id = useValue(desk.program);
  const programs = useValue(desk.programs.programs);
  // How many are confirmed tells when there is more to show.
  useEffect(() => desk.programs.watch(), [desk]);
  const program = programs.value?.find((one) => one.id === id);
  if (program === undefined) return <ProgramChooser desk={desk} title="Results of which program?" />;
  return <ProgramResults key={program.id} {...{ desk, program }} work={workOf(program.id)} />;
}
