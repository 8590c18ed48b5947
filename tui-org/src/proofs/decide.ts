import { ClientError, ExitCode } from '@cairn/tui-kit';
import type { Workplace } from '../cli/workplace.js';

/** The server's answer about one proof. */
export interface Decision {
  readonly proofId: string;
  readonly error: { readonly code: string; readonly message: string } | null;
}

const AT_ONCE = 100;

/**
 * Sends decisions in batches and collects the answers.
 * @throws ClientError DECISIONS_INCOMPLETE when it fails after some were taken; whatever `send` throws before that
 */
export async function decideInBatches(
  ids: readonly string[],
  send: (proofIds: string[]) => Promise<readonly Decision[]>,
): Promise<Decision[]> {
  const decisions: Decision[] = [];
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    try {
      decisions.push(...(await send(ids.slice(start, start + AT_ONCE))));
    } catch (cause) {
      throw decisions.length === 0 ? cause : incomplete(decisions.length, ids.length, cause);
    }
  }
  return decisions;
}

function incomplete(decided: number, total: number, cause: unknown): ClientError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new ClientError(`${decided} of ${total} decisions were sent, then it failed: ${why}`, {
    code: 'DECISIONS_INCOMPLETE',
    exitCode: cause instanceof ClientError ? cause.exitCode : ExitCode.internal,
    help: '`cairn-org proofs` shows the state of each; run the command again for those that still wait',
    cause,
  });
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
