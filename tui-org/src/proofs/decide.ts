import { ExitCode } from '@cairn/tui-kit';
import type { Workplace } from '../cli/workplace.js';

/** The server's answer about one proof. */
export interface Decision {
  readonly proofId: string;
  readonly error: { readonly code: string; readonly message: string } | null;
}

const AT_ONCE = 100;

/** Sends decisions in batches and collects the answers. */
export async function decideInBatches(
  ids: readonly string[],
  send: (proofIds: string[]) => Promise<readonly Decision[]>,
): Promise<Decision[]> {
  const decisions: Decision[] = [];
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    decisions.push(...(await send(ids.slice(start, start + AT_ONCE))));
  }
  return decisions;
}

/** Shows what came of each decision; exit code 1 where the server refused one. */
export function showDecisions(
  place: Workplace,
  decisions: readonly Decision[],
  done: 'confirmed' | 'rejected',
): void {
  const refused = decisions.filter(({ error }) => error !== null);
  for (const { proofId, error } of decisions) place.out.record({ proofId, [done]: error === null, error });
  for (const { proofId, error } of refused)
    place.remark(`${proofId} was not ${done}: ${error?.message} (${error?.code})`);
  const count = decisions.length - refused.length;
  place.say(
    `${count} ${count === 1 ? 'proof' : 'proofs'} ${done}${refused.length > 0 ? `, ${refused.length} refused` : ''}.`,
  );
  if (refused.length > 0) place.exitWith(ExitCode.notSo);
}
