import { MAX_FILE_BYTES } from '@cairn/shared-schema';
import { ServerLimitsDocument } from '@cairn/shared-schema/org';
import { formatNumberOf, UsageError } from '@cairn/tui-kit';
import type { Workplace } from '../cli/workplace.js';
import { checkFiles } from './check-files.js';
import { collectFiles, type InputFile } from './collect-files.js';
import type { Cut } from './cut/cut.js';
import { cutFile } from './cut/cut-file.js';
import { originalPlaces } from './cut/original-places.js';
import { listGroups } from './list-groups.js';
import { planUpload, type UploadPlan } from './plan-upload.js';

/** What is to become input groups. */
export interface MeantInputs {
  /** Files, folders and patterns: each file is a group. */
  readonly paths: readonly string[];
  /** Cuts the one file that is meant into many groups. */
  readonly cut?: Cut | undefined;
}

export interface PrepareOptions {
  /** An empty folder for what is made. It has to be there until everything is sent. */
  readonly folder: string;
  /** Hears how many bytes of a file were cut. */
  readonly onCut?: ((read: number, all: number) => void) | undefined;
  /** Hears how many files were checked. */
  readonly onChecked?: ((checked: number, all: number) => void) | undefined;
}

/**
 * Reads all files that are meant, or the groups that one of them is cut into, and finds out what is to be sent. Nothing is
 * sent.
 * @throws ClientError that names each file that is wrong, with line and column
 */
export async function prepareInputs(
  { server, width, signal }: Pick<Workplace, 'server' | 'width' | 'signal'>,
  programId: string,
  { paths, cut }: MeantInputs,
  { folder, onCut, onChecked }: PrepareOptions,
): Promise<UploadPlan> {
  const limits = (await server.call((api) => api.request(ServerLimitsDocument, {}))).serverInfo;
  const { maxInputArchiveBytes } = limits;
  // A server may not ask for more memory than any input group needs.
  const maxBytes = Math.min(limits.maxInputBytes, MAX_FILE_BYTES.input);
  const found = await collectFiles(paths);
  const reading = { maxBytes, signal, onRead: onCut };
  const options = { maxBytes, width, signal, onChecked };
  const checkCut = async (how: Cut, file: InputFile) =>
    checkFiles(await cutFile(file, how, { folder, ...reading }), {
      ...options,
      explain: (wrong) => originalPlaces(file, how, wrong, reading),
    });
  const files = await (cut === undefined ? checkFiles(found, options) : checkCut(cut, onlyOne(found)));
  return planUpload(files, await listGroups(server, programId), maxInputArchiveBytes);
}

function onlyOne(files: readonly InputFile[]): InputFile {
  const [file, ...others] = files;
  if (file !== undefined && others.length === 0) return file;
  throw new UsageError(`${formatNumberOf(files.length, 'file')} are named to be cut`, {
    expected: 'one CSV file',
    help: 'cut one after the other',
  });
}
