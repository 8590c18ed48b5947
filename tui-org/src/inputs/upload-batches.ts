import { ClientError, ExitCode, formatBytes, formatNumberOf } from '@cairn/tui-kit';
import type { Workplace } from '../cli/workplace.js';
import { inPool } from '../pool/in-pool.js';
import type { CheckedFile } from './check-files.js';
import type { KeptInput } from './kept-inputs.js';
import type { UploadPlan } from './plan-upload.js';
import { type AddedGroup, sendFiles } from './send-files.js';

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
    const bytes = batch.reduce((sum, file) => sum + file.bytes, 0);
    place.remark(`Sending ${formatNumberOf(batch.length, 'file')} (${formatBytes(bytes)}) …`);
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
  const files = batch.map((file) => ({
    name: file.name,
    path: place.inputFiles.pathOf(hashes.get(file) ?? ''),
  }));
  const added = await sendFiles(place, programId, files).catch((error: unknown) => {
    throw naming(batch, error);
  });
  const inputs = batch.map((file, index) => recordOf(place, file, hashes.get(file) ?? '', added[index]));
  await place.inputs.keep(programId, inputs);
  return inputs;
}

function recordOf(
  { remark }: Workplace,
  { name, inputCommitment, values }: CheckedFile,
  sha256: string,
  group: AddedGroup | undefined,
): KeptInput {
  if (group?.inputCommitment !== inputCommitment) {
    remark(
      `WARNING: the server read other values out of ${name}: it says ${group?.inputCommitment}, here it is ` +
        `${inputCommitment}. A proof of what the server has will not verify here.`,
    );
  }
  return { id: group?.id ?? '', name, sha256, inputCommitment, values };
}

/** An error about an entry of the archive is one about the file that went into it. */
function naming(batch: readonly CheckedFile[], error: unknown): unknown {
  if (!(error instanceof ClientError)) return error;
  const { field } = error.details;
  const file = batch.find(({ name }) => typeof field === 'string' && field.endsWith(`/${name}.csv`));
  const named = file ?? batch.find(({ name }) => field === `${name}.csv`);
  if (named === undefined) return error;
  const { code, exitCode, expected, help } = error;
  const { path, cutFrom, name } = named;
  const details = { ...error.details, about: cutFrom?.path ?? path };
  const where = cutFrom === undefined ? path : `${cutFrom.path}, cut into ${JSON.stringify(name)}`;
  return new ClientError(`${where}: ${error.message}`, {
    code,
    exitCode,
    expected,
    help,
    details,
    cause: error,
  });
}

function incomplete(added: readonly KeptInput[], total: number, cause: unknown): ClientError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new ClientError(
    `${added.length} of ${formatNumberOf(total, 'input group')} added, then it failed: ${why}`,
    {
      code: 'UPLOAD_INCOMPLETE',
      exitCode: cause instanceof ClientError ? cause.exitCode : ExitCode.internal,
      help: 'do the same again: it goes on with those that are not there yet',
      details: { added: added.map(({ id, name }) => ({ id, name })) },
      cause,
    },
  );
}
