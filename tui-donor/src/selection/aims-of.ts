import type { Selection } from './selection.js';

/** What is asked for: a program, what an organization has, or anything. */
export interface Aim {
  readonly programId?: string;
  readonly organizationId?: string;
  /** Whether it stands in the list of the donor, where what is gone is passed over. */
  readonly isPreferred?: true;
}

/**
 * What to ask for, the most wanted first. Who names a program or an organization for this run wants nothing else.
 * @param named for this run alone
 */
export function aimsOf(
  named: Pick<Aim, 'programId' | 'organizationId'>,
  { preferred, onlyPreferred }: Selection,
): Aim[] {
  const { programId, organizationId } = named;
  if (programId !== undefined || organizationId !== undefined) {
    return [
      {
        ...(programId === undefined ? {} : { programId }),
        ...(organizationId === undefined ? {} : { organizationId }),
      },
    ];
  }
  const ranked = preferred.map(({ kind, id }): Aim => {
    return kind === 'program'
      ? { programId: id, isPreferred: true }
      : { organizationId: id, isPreferred: true };
  });
  return onlyPreferred ? ranked : [...ranked, {}];
}
