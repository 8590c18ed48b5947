import { nameKey } from '@cairn/shared-schema';
import { UploadInputGroupsDocument, type UploadInputGroupsMutation } from '@cairn/shared-schema/org';
import { ClientError, ExitCode, FileUpload, formatNumberOf, UnexpectedAnswerError } from '@cairn/tui-kit';
import type { Workplace } from '../cli/workplace.js';
import { inPool } from '../pool/in-pool.js';
import type { CheckedFile } from './check-files.js';
import type { KeptInput } from './kept-inputs.js';
import type { UploadPlan } from './plan-upload.js';

/** Copies inputs into the place of this client, so that later verification need not trust the server. */
export async function keepFiles(
  { inputFiles, width }: Workplace,
  files: readonly CheckedFile[],
): Promise<Map<CheckedFile, string>> {
  const hashes = await inPool(files, width, (file) => inputFiles.put(file.path));
  return new Map(files.map((file, index) => [file, hashes[index] ?? '']));
}

/**
 * Sends the batches of a plan one after the other. A batch gets in whole or not at all; what got in is remembered at
 * once, so that after a failure the same command goes on where it stopped.
 * @throws ClientError UPLOAD_INCOMPLETE that says how many got in
 */
export async function uploadBatches(
  place: Workplace,
  programId: string,
  plan: UploadPlan,
): Promise<KeptInput[]> {
  const total = plan.batches.reduce((sum, batch) => sum + batch.length, 0);
  const added: KeptInput[] = [];
  for (const batch of plan.batches) {
    try {
      added.push(...(await uploadBatch(place, programId, batch)));
    } catch (cause) {
      throw added.length === 0 ? cause : incomplete(added, total, cause);
    }
    place.remark(`Added ${added.length} of ${formatNumberOf(total, 'input group')}.`);
  }
  return added;
}

async function uploadBatch(
  place: Workplace,
  programId: string,
  batch: readonly CheckedFile[],
): Promise<KeptInput[]> {
  const hashes = await keepFiles(place, batch);
  // What is sent is the copy that was kept: the two cannot differ.
  const groups = batch.map((file) => ({
    name: file.name,
    file: FileUpload.fromPath(place.inputFiles.pathOf(hashes.get(file) ?? ''), 'text/csv'),
  }));
  const variables = { input: { programId, groups } };
  const answer = await place.server.call((api) =>
    api.request(UploadInputGroupsDocument, variables, { signal: place.signal }),
  );
  const inputs = batch.map((file) => recordOf(place, file, hashes.get(file) ?? '', answer));
  await place.inputs.keep(programId, inputs);
  return inputs;
}

function recordOf(
  { server, remark }: Workplace,
  { name, inputCommitment, values }: CheckedFile,
  sha256: string,
  { uploadInputGroups }: UploadInputGroupsMutation,
): KeptInput {
  const group = uploadInputGroups.find((one) => nameKey(one.name) === nameKey(name));
  if (group === undefined) {
    throw new UnexpectedAnswerError(
      server.address.url,
      `without the input group ${JSON.stringify(name)} that was sent`,
    );
  }
  if (group.inputCommitment !== inputCommitment) {
    remark(
      `WARNING: the server read other values out of ${name}: it says ${group.inputCommitment}, here it is ` +
        `${inputCommitment}. A proof of what the server has will not verify here.`,
    );
  }
  return { id: group.id, name, sha256, inputCommitment, values };
}

function incomplete(added: readonly KeptInput[], total: number, cause: unknown): ClientError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new ClientError(
    `${added.length} of ${formatNumberOf(total, 'input group')} added, then it failed: ${why}`,
    {
      code: 'UPLOAD_INCOMPLETE',
      exitCode: cause instanceof ClientError ? cause.exitCode : ExitCode.internal,
      help: 'run the same command again: it goes on with those that are not there yet',
      details: { added: added.map(({ id, name }) => ({ id, name })) },
      cause,
    },
  );
}
