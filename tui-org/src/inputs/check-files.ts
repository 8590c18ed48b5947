import { stat } from 'node:fs/promises';
import { commitInput, ProverError } from '@cairn/prover';
import { ClientError, formatBytes } from '@cairn/tui-kit';
import { explainProver } from '../cli/explain-error.js';
import { inPool } from '../pool/in-pool.js';
import type { InputFile } from './collect-files.js';

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
}

const MOST_SHOWN = 20;

/**
 * Reads every file as the server and the donors will, before anything is sent.
 * @throws ClientError that names each file that is wrong, with line and column
 */
export async function checkFiles(files: readonly InputFile[], options: CheckOptions): Promise<CheckedFile[]> {
  let done = 0;
  const checked = await inPool(files, options.width, async (file) => {
    const result = await check(file, options);
    done += 1;
    options.onChecked?.(done, files.length);
    return result;
  });
  const wrong = checked.filter((result) => result instanceof ClientError);
  const [first] = wrong;
  if (first === undefined)
    return checked.flatMap((result) => (result instanceof ClientError ? [] : [result]));
  const more = wrong.length > MOST_SHOWN ? [`… and ${wrong.length - MOST_SHOWN} more`] : [];
  throw new ClientError([...wrong.slice(0, MOST_SHOWN).map((error) => error.message), ...more].join('\n'), {
    code: first.code,
    expected: first.expected,
    help: `${first.help ?? 'correct the file'} (nothing was uploaded)`,
    details: {
      ...first.details,
      files: wrong.map((error) => ({ ...error.details, message: error.message })),
    },
  });
}

async function check(
  file: InputFile,
  { maxBytes, signal }: CheckOptions,
): Promise<CheckedFile | ClientError> {
  const bytes = (await stat(file.path)).size;
  if (bytes > maxBytes) return tooLarge(file, bytes, maxBytes);
  try {
    return { ...file, bytes, ...(await commitInput(file.path, { signal })) };
  } catch (error) {
    if (error instanceof ProverError) return explainProver(error, file.path);
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
