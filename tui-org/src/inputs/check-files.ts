import { stat } from 'node:fs/promises';
import { commitInput, ProverError, ProverWorker } from '@cairn/prover';
import { ClientError, formatBytes } from '@cairn/tui-kit';
import { explainProver } from '../cli/explain-error.js';
import { inPool } from '../pool/in-pool.js';
import type { InputFile } from './collect-files.js';

/** A file that is wrong, and in what. */
export interface WrongFile {
  readonly file: InputFile;
  readonly error: ClientError;
}

/** A file whose values were read here without an error. */
export interface CheckedFile extends InputFile {
  readonly inputCommitment: string;
  readonly values: number;
  readonly bytes: number;
}

export interface CheckOptions {
  readonly maxBytes: number;
  readonly width: number;
  readonly signal: AbortSignal;
  /** Hears how many files were read. */
  readonly onChecked?: ((checked: number, all: number) => void) | undefined;
  /** Says what is wrong where the person knows these files by another one. */
  readonly explain?: ((wrong: readonly WrongFile[]) => Promise<ClientError[]>) | undefined;
}

const MOST_SHOWN = 20;

/**
 * Reads every file as the server and the donors will, before anything is sent.
 * @throws ClientError that names each file that is wrong, with line and column
 */
export async function checkFiles(files: readonly InputFile[], options: CheckOptions): Promise<CheckedFile[]> {
  let done = 0;
  // To start a prover for each of thousands of files would take many times as long as to read them.
  await using workers = new AsyncDisposableStack();
  const idle: ProverWorker[] = [];
  const checked = await inPool(files, options.width, async (file) => {
    const worker = idle.pop() ?? workers.use(new ProverWorker({ threads: 1 }));
    const result = await check(file, worker, options);
    idle.push(worker);
    done += 1;
    options.onChecked?.(done, files.length);
    return result;
  });
  const wrong = checked.filter((result) => 'error' in result);
  if (wrong.length > 0) throw summary((await options.explain?.(wrong)) ?? wrong.map(({ error }) => error));
  return checked.flatMap((result) => ('error' in result ? [] : [result]));
}

function summary(errors: readonly ClientError[]): ClientError {
  const [first] = errors;
  const more = errors.length > MOST_SHOWN ? [`… and ${errors.length - MOST_SHOWN} more`] : [];
  return new ClientError([...errors.slice(0, MOST_SHOWN).map((error) => error.message), ...more].join('\n'), {
    code: first?.code ?? 'CSV_INVALID',
    expected: first?.expected,
    help: `${first?.help ?? 'correct the file'} (nothing was uploaded)`,
    details: {
      ...first?.details,
      files: errors.map((error) => ({ ...error.details, message: error.message })),
    },
  });
}

async function check(
  file: InputFile,
  worker: ProverWorker,
  { maxBytes, signal }: CheckOptions,
): Promise<CheckedFile | WrongFile> {
  const bytes = (await stat(file.path)).size;
  if (bytes > maxBytes) return { file, error: tooLarge(file, bytes, maxBytes) };
  try {
    return { ...file, bytes, ...(await commitInput(file.path, { worker, signal })) };
  } catch (error) {
    if (error instanceof ProverError) return { file, error: explainProver(error, file.path) };
    throw error;
  }
}

function tooLarge({ path }: InputFile, bytes: number, maxBytes: number): ClientError {
  return new ClientError(`${path}: the file has ${formatBytes(bytes)}`, {
    code: 'FILE_TOO_LARGE',
    expected: `at most ${formatBytes(maxBytes)}, the limit of this server`,
    help: 'cut it into smaller input groups',
    details: { about: path, bytes },
  });
}
