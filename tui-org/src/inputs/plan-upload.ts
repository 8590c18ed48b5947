import { nameKey } from '@cairn/shared-schema';
import { ClientError } from '@cairn/tui-kit';
import type { CheckedFile } from './check-files.js';

/** What the plan needs to know of a group that is at the server. */
export interface PresentGroup {
  readonly id: string;
  readonly name: string;
  readonly inputCommitment: string;
}

/** What is to be sent, in batches, and what is there already. */
export interface UploadPlan {
  readonly batches: readonly (readonly CheckedFile[])[];
  readonly present: readonly { readonly file: CheckedFile; readonly group: PresentGroup }[];
  /** Of what is to be sent, what has the same values as another group, with that group's name. */
  readonly twins: ReadonlyMap<CheckedFile, string>;
}

/** Bounds of one archive: what is lost with a broken line stays little. */
const MAX_BATCH_FILES = 1_000;
const MAX_BATCH_BYTES = 64 * 1024 * 1024;
/** What a file takes of an archive beside its own bytes. */
const ENTRY_BYTES = 2048;

/**
 * Tells files that have to be sent from groups that are there with the same values, so that a repeated command does
 * only what is left.
 * @param maxArchiveBytes the largest archive that the server takes
 * @throws ClientError INPUT_NAME_TAKEN where a group of that name has other values
 */
export function planUpload(
  files: readonly CheckedFile[],
  groups: readonly PresentGroup[],
  maxArchiveBytes: number,
): UploadPlan {
  const byName = new Map(groups.map((group) => [nameKey(group.name), group]));
  const missing: CheckedFile[] = [];
  const present: { file: CheckedFile; group: PresentGroup }[] = [];
  const taken: string[] = [];
  for (const file of files) {
    const group = byName.get(nameKey(file.name));
    if (group === undefined) missing.push(file);
    else if (group.inputCommitment === file.inputCommitment) present.push({ file, group });
    else taken.push(file.name);
  }
  if (taken.length > 0) throw namesTaken(taken);
  const batches = inBatches(missing, Math.min(MAX_BATCH_BYTES, maxArchiveBytes));
  return { batches, present, twins: twinsAmong(missing, groups) };
}

/** All files that a plan is about: those to be sent, then those that are there. */
export function filesOf({ batches, present }: Pick<UploadPlan, 'batches' | 'present'>): CheckedFile[] {
  return [...batches.flat(), ...present.map(({ file }) => file)];
}

function twinsAmong(
  missing: readonly CheckedFile[],
  groups: readonly PresentGroup[],
): Map<CheckedFile, string> {
  const names = new Map(groups.map(({ inputCommitment, name }) => [inputCommitment, name]));
  const twins = new Map<CheckedFile, string>();
  for (const file of missing) {
    const other = names.get(file.inputCommitment);
    if (other === undefined) names.set(file.inputCommitment, file.name);
    else twins.set(file, other);
  }
  return twins;
}

function inBatches(files: readonly CheckedFile[], mostBytes: number): CheckedFile[][] {
  const batches: CheckedFile[][] = [];
  let bytes = 0;
  for (const file of files) {
    const batch = batches.at(-1);
    const taken = file.bytes + ENTRY_BYTES;
    const fits = batch && batch.length < MAX_BATCH_FILES && bytes + taken <= mostBytes;
    if (fits) batch.push(file);
    else batches.push([file]);
    bytes = (fits ? bytes : 0) + taken;
  }
  return batches;
}

function namesTaken(names: readonly string[]): ClientError {
  const shown = names.slice(0, 10).map((name) => JSON.stringify(name));
  const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
  return new ClientError(`there are input groups with other values named ${shown.join(', ')}${more}`, {
    code: 'INPUT_NAME_TAKEN',
    expected: 'new names, or files with the same values as before (those are skipped)',
    help: 'rename the files, or delete those groups first; nothing was uploaded',
    details: { names },
  });
}
