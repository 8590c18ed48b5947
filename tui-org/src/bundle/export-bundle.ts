import type { ProgramFactsFragment } from '@cairn/shared-schema/org';
import type { Workplace } from '../cli/workplace.js';
import { type ReducerFlags, reduceByFlags } from '../reducer/reducer-flags.js';
import { collectBundle } from './collect-bundle.js';
import { fetchReceipts } from './fetch-receipts.js';
import { organizationKey } from './organization-key.js';
import { writeBundle } from './write-bundle.js';

/** Writes a program's confirmed results as a signed bundle, and says so. @throws as `collectBundle` and `writeBundle` */
export async function exportBundle(
  place: Workplace,
  program: ProgramFactsFragment,
  destination: string,
  { withProofs, reducer }: { readonly withProofs: boolean; readonly reducer: ReducerFlags },
): Promise<void> {
  const collected = await collectBundle(place, program, withProofs);
  const { rows, set } = collected;
  const key = await organizationKey(place.folder);
  const receipts = withProofs
    ? []
    : await fetchReceipts(
        place,
        program.id,
        rows.map(({ proofSha256 }) => proofSha256),
      );
  const reduction = await reduceByFlags(place, set, reducer);
  const script = reduction && { reduction, path: reducer.reducer ?? '' };
  await writeBundle(place, destination, { collected, receipts, ...(script && { reducer: script }) }, key);
  const facts = { rows: rows.length, proofs: withProofs, receipts: receipts.length };
  place.out.record({
    file: destination,
    format: 'bundle',
    ...facts,
    publicKey: key.publicKey,
    reducer: reduction ?? null,
  });
  place.say(`Wrote ${rows.length} rows to ${destination}, signed with the key ${key.publicKey}.`);
  place.say(
    withProofs
      ? `Anybody can check it: cairn-org audit ${destination} --expect-key ${key.publicKey}`
      : `It has no proofs: nobody can verify it. ${receipts.length} receipts of the server are in it.`,
  );
}
