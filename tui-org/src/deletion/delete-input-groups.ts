import { DeleteInputGroupsDocument } from '@cairn/shared-schema/org';
import { ClientError, formatCount, formatNumberOf } from '@cairn/tui-kit';
import type { OrgServer } from '../account/org-server.js';
import type { ListedGroup } from '../inputs/list-groups.js';

/** The server takes so many ids in one request. */
const AT_ONCE = 500;

/**
 * Deletes input groups at the server with their proofs and results; donors at work are told.
 * @param onDeleted hears how many are gone
 * @throws ClientError DELETION_INCOMPLETE when it fails after some were deleted; whatever the server says before that
 */
export async function deleteInputGroups(
  server: OrgServer,
  ids: readonly string[],
  onDeleted: (deleted: number) => void = () => {},
): Promise<void> {
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const part = ids.slice(from, from + AT_ONCE);
    try {
      await server.call((api) => api.request(DeleteInputGroupsDocument, { ids: part }));
    } catch (cause) {
      throw from === 0 || !(cause instanceof ClientError) ? cause : incomplete(from, ids.length, cause);
    }
    onDeleted(from + part.length);
  }
}

function incomplete(done: number, total: number, cause: ClientError): ClientError {
  return new ClientError(
    `${done} of ${formatNumberOf(total, 'input group')} deleted, then it failed: ${cause.message}`,
    {
      code: 'DELETION_INCOMPLETE',
      exitCode: cause.exitCode,
      help: 'do the same again: it goes on with those that are still there',
      cause,
    },
  );
}

const LOSSES: readonly (readonly [ListedGroup['state'], one: string, many: string])[] = [
  ['CONFIRMED', 'confirmed result', 'confirmed results'],
  ['PROVEN', 'proof that waits for a decision', 'proofs that wait for a decision'],
  ['EXECUTED', 'execution', 'executions'],
  ['RESERVED', 'reservation of a donor at work', 'reservations of donors at work'],
];

/** What is lost with input groups, in sentences. */
export function groupsLoss(groups: readonly Pick<ListedGroup, 'state'>[]): string {
  const lost = LOSSES.flatMap(([state, one, many]) => {
    const amount = groups.filter((group) => group.state === state).length;
    return amount === 0 ? [] : [`${formatCount(amount)} ${amount === 1 ? one : many}`];
  });
  const what = lost.length === 0 ? 'nothing that a donor has done' : lost.join(', ');
  const them = groups.length === 1 ? 'it' : 'them';
  return (
    `${formatNumberOf(groups.length, 'input group')} will be deleted at the server, and with ${them} ${what}. ` +
    `What this machine keeps of ${them} stays: inputs, saved proofs.`
  );
}
