import { sanitizeForTerminal } from '@cairn/shared-schema';
import { type CliContext, formatCount, formatNumberOf, formatTable, UsageError } from '@cairn/tui-kit';
import type { LeaderboardEntry, Standing } from '../credit/credit-api.js';
import { findDonorKey } from '../credit/donor-key.js';
import { donorName, placeOf } from '../credit/place-of.js';
import { type CreditFlags, creditOf, placesOf } from './credit-place.js';

/** `cairn-donor leaderboard`. */
export async function leaderboardCommand(
  flags: CreditFlags & { readonly program?: string; readonly first?: string },
  context: CliContext,
): Promise<void> {
  const { program, first = '20' } = flags;
  if (!/^([1-9]|[1-4]\d|50)$/u.test(first))
    throw new UsageError(`--first is ${JSON.stringify(first)}`, { expected: 'a whole number from 1 to 50' });
  const { api } = await creditOf(flags, context);
  const key = await findDonorKey(placesOf(flags, context).dataDir);
  const entries = await api.leaderboard(program, Number(first), context.signal);
  const you = key && (await api.standing(key.publicKey, program, context.signal));
  const output = context.output(flags);
  output.record({ leaderboard: entries, you: you ?? null });
  output.text(
    entries.length === 0 ? 'Nobody has confirmed rows that rank yet.' : table(entries, key?.publicKey),
  );
  if (you !== undefined) output.text(`\n${sanitizeForTerminal(aboutYou(you))}`);
}

function table(entries: readonly LeaderboardEntry[], own: string | undefined): string {
  return formatTable<LeaderboardEntry>(
    [
      { title: 'place', value: ({ place }) => place, align: 'right' },
      { title: 'donor', value: donorName, maxWidth: 60 },
      { title: 'proven rows', value: ({ provenRows }) => formatCount(provenRows), align: 'right' },
      { title: 'proofs', value: ({ proofs }) => formatCount(proofs), align: 'right' },
      { title: '', value: ({ publicKey }) => (publicKey === own ? 'you' : '') },
    ],
    entries,
  );
}

function aboutYou(you: Standing): string {
  const { provenRows, proofs, waitingProofs } = you;
  const waiting =
    waitingProofs === 0 ? '' : `; ${formatNumberOf(waitingProofs, 'proof')} waiting for an organization`;
  return `You: ${placeOf(you)}, ${formatNumberOf(provenRows, 'proven row')} of ${formatNumberOf(proofs, 'confirmed proof')}${waiting}`;
}
