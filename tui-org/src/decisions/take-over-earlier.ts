import { rm } from 'node:fs/promises';
import { allDecisions, type DecisionJournal, leftIn } from './decision-journal.js';

/**
 * Takes over decisions from before each account had a journal of its own. Nothing in them says whose they are: those about
 * a proof that this account has go into its journal, the others stay where they are and are sent by nobody.
 * @param isOwn asks the server whether a proof is this account's
 * @throws what `isOwn` throws; then the rest stays for the next time
 */
export async function takeOverEarlier(
  serverFolder: string,
  journal: DecisionJournal,
  isOwn: (proofId: string) => Promise<boolean>,
): Promise<void> {
  for (const { path, made } of await leftIn(allDecisions(serverFolder))) {
    if (!(await isOneOwn(made.proofIds, isOwn))) continue;
    await journal.release(made);
    await rm(path, { force: true });
  }
}

/** One of them may be gone from the server, with its input group or its program. */
async function isOneOwn(
  proofIds: readonly string[],
  isOwn: (proofId: string) => Promise<boolean>,
): Promise<boolean> {
  for (const proofId of proofIds) if (await isOwn(proofId)) return true;
  return false;
}
