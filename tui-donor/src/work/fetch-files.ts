import { MAX_FILE_BYTES } from '@cairn/shared-schema';
import { downloadFile, isRefusal, retryTransient, sha256OfFile, UnexpectedAnswerError } from '@cairn/tui-kit';
import { workFolder } from '../store/work-folder.js';
import type { ReservedPiece } from './piece-of-work.js';
import { WorkFailed, type WorkFailure } from './work-failure.js';
import type { Workbench } from './workbench.js';

const MAX_EXECUTABLE_BYTES = 64 * 1024 * 1024;

interface WantedFile {
  /** Where it is, by a reservation that was just read: links live for minutes only. */
  readonly urlIn: (reservation: ReservedPiece['reservation']) => string | null | undefined;
  readonly sha256: string;
  readonly destination: string;
  readonly maxBytes: number;
  /** Whether the server says that there is no such file any more. */
  readonly isGone?: (reservation: ReservedPiece['reservation']) => boolean;
}

/** The server replays what was reported, and discards it whoever has reserved it. */
const EXECUTION_GONE = {
  code: 'EXECUTION_GONE',
  message: 'the server has discarded the execution that was to be proven',
  report: undefined,
  subject: 'group',
} as const satisfies WorkFailure;

/** Sees to it that the program and its input are on disk, and are the ones that the server promised. */
export async function fetchProgramAndInput(
  bench: Workbench,
  piece: ReservedPiece,
  signal: AbortSignal,
): Promise<void> {
  const { inputGroup } = piece.reservation;
  const folder = workFolder(bench.dataDir, piece.clientKey);
  await fetchFile(bench, piece, signal, {
    urlIn: (reservation) => reservation.inputGroup.program.executableUrl,
    sha256: inputGroup.program.executableSha256,
    destination: folder.executable,
    maxBytes: MAX_EXECUTABLE_BYTES,
  });
  await fetchFile(bench, piece, signal, {
    urlIn: (reservation) => reservation.inputGroup.inputUrl,
    sha256: inputGroup.inputSha256,
    destination: folder.input,
    maxBytes: MAX_FILE_BYTES.input,
  });
}

/** Sees to it that another donor's execution is on disk. */
export async function fetchExecution(
  bench: Workbench,
  piece: ReservedPiece,
  signal: AbortSignal,
): Promise<void> {
  await fetchFile(bench, piece, signal, {
    urlIn: (reservation) => reservation.inputGroup.execution?.url,
    sha256: piece.reservation.inputGroup.execution?.sha256 ?? '',
    destination: workFolder(bench.dataDir, piece.clientKey).execution,
    maxBytes: Math.min(MAX_FILE_BYTES.execution, bench.maxExecutionBytes),
    isGone: ({ inputGroup }) => inputGroup.execution == null,
  });
}

async function fetchFile(
  bench: Workbench,
  piece: ReservedPiece,
  signal: AbortSignal,
  file: WantedFile,
): Promise<void> {
  if ((await sha256OfFile(file.destination)) === file.sha256) return;
  const { address } = bench.api;
  const download = async (reservation: ReservedPiece['reservation']): Promise<void> => {
    if (file.isGone?.(reservation)) throw new WorkFailed(EXECUTION_GONE);
    const url = file.urlIn(reservation);
    if (url === null || url === undefined) {
      throw new UnexpectedAnswerError(address.url, 'without the address of a file that the work needs');
    }
    await retryTransient(() => downloadFile({ ...file, address, url, signal }), { signal });
  };
  try {
    await download(piece.reservation);
  } catch (error) {
    if (!isRefusal(error, 'DOWNLOAD_REFUSED')) throw error;
    const fresh = await bench.api.reservation(piece.reservation.token, signal);
    if (fresh === undefined) throw error;
    const reservation = { ...fresh, token: piece.reservation.token };
    await download(reservation);
  }
}
