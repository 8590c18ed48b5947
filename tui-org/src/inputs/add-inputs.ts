import type { Workplace } from '../cli/workplace.js';
import type { KeptInput } from './kept-inputs.js';
import type { UploadPlan } from './plan-upload.js';
import { keepFiles, uploadBatches } from './upload-batches.js';

/** Does what a plan says: keeps what is there already, sends the others. @returns what was added */
export async function addInputs(
  place: Workplace,
  programId: string,
  plan: UploadPlan,
): Promise<readonly KeptInput[]> {
  await adoptPresent(place, programId, plan);
  return uploadBatches(place, programId, plan);
}

/** Groups that are there with the same values are kept here too: they may have been added from another machine. */
async function adoptPresent(place: Workplace, programId: string, { present }: UploadPlan): Promise<void> {
  const known = await place.inputs.ofProgram(programId);
  const unknown = present.filter(({ group }) => !known.has(group.id));
  const hashes = await keepFiles(
    place,
    unknown.map(({ file }) => file),
  );
  const records = unknown.map(({ file, group }): KeptInput => {
    const { name, inputCommitment, values } = file;
    return { id: group.id, name, sha256: hashes.get(file) ?? '', inputCommitment, values };
  });
  await place.inputs.keep(programId, records);
}
