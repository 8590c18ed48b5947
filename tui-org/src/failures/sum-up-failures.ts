import type { FailureReportsQuery } from '@cairn/shared-schema/org';

/** One report, as the server tells it. */
export type FailureReport = FailureReportsQuery['failureReports']['nodes'][number];

/** What donors reported of one input group for one reason. */
export interface FailureSummary {
  readonly program: string;
  readonly programId: string;
  readonly inputGroup: string;
  readonly inputGroupId: string;
  readonly state: FailureReport['inputGroup']['state'];
  readonly code: FailureReport['code'];
  /** Different donors who reported it. */
  readonly donors: number;
  /** Whether these reports speak against the program: three of them give the group up. */
  readonly counts: boolean;
  /** What the last of them said. */
  readonly message: string | null;
  readonly lastAt: string;
}

/** Puts the reports of each input group and code together; those of which there are most come first. */
export function sumUpFailures(reports: readonly FailureReport[]): FailureSummary[] {
  const alike = Map.groupBy(reports, ({ inputGroup, code }) => `${inputGroup.id} ${code}`);
  return [...alike.values()]
    .flatMap((some) => {
      const last = some.toSorted((one, other) => (one.createdAt < other.createdAt ? -1 : 1)).at(-1);
      return last === undefined ? [] : [summaryOf(last, some.length)];
    })
    .toSorted((one, other) => other.donors - one.donors);
}

function summaryOf(last: FailureReport, donors: number): FailureSummary {
  const { inputGroup, code, counts, message, createdAt } = last;
  const { program } = inputGroup;
  return {
    ...{ program: program.name, programId: program.id },
    ...{ inputGroup: inputGroup.name, inputGroupId: inputGroup.id, state: inputGroup.state },
    ...{ code, donors, counts, message, lastAt: createdAt },
  };
}
