import { DeleteProgramDocument, type ProgramFactsFragment } from '@cairn/shared-schema/org';
import { formatCount, formatNumberOf } from '@cairn/tui-kit';
import type { OrgServer } from '../account/org-server.js';

/** Deletes a program at the server with its input groups, proofs and results; donors at work are told. */
export async function deleteProgram(server: OrgServer, id: string): Promise<void> {
  await server.call((api) => api.request(DeleteProgramDocument, { id }));
}

/** What is lost with a program, in sentences. */
export function programLoss({
  name,
  groupCounts,
}: Pick<ProgramFactsFragment, 'name' | 'groupCounts'>): string {
  const { total, confirmed, proven, reserved } = groupCounts;
  const parts = [
    formatNumberOf(total, 'input group'),
    formatNumberOf(confirmed, 'confirmed result'),
    `${formatNumberOf(proven, 'proof')} to decide on`,
    `${formatCount(reserved)} of the groups held by donors at work`,
  ];
  return (
    `The program ${name} will be deleted at the server, with ${parts.join(', ')}. ` +
    'What this machine keeps of it stays: executable, inputs, saved proofs.'
  );
}
