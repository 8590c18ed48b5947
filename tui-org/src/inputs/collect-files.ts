import { glob, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { nameKey, validateName } from '@cairn/shared-schema';
import { UsageError } from '@cairn/tui-kit';

/** A CSV file and the name that its input group gets. */
export interface InputFile {
  readonly path: string;
  readonly name: string;
  /** The file that it was cut out of. */
  readonly cutFrom?: CutOrigin;
}

/** Where the rows of a group came from. */
export interface CutOrigin {
  readonly path: string;
  /** The line on which the first of them stands there. */
  readonly firstLine: number;
  readonly rows: number;
}

/**
 * The files that are meant: each file as it is, each folder's `*.csv`, what a pattern such as `runs/*.csv` matches, sorted.
 * A group is named for its file, without `.csv`.
 * @throws UsageError for what is not there, for an empty folder, and for two files that would have one name
 */
export async function collectFiles(paths: readonly string[]): Promise<InputFile[]> {
  const files = (await Promise.all(paths.map(expand))).flat().map(named);
  const seen = new Map<string, InputFile>();
  for (const file of files) {
    const other = seen.get(nameKey(file.name));
    if (other) throw sameName(other, file);
    seen.set(nameKey(file.name), file);
  }
  return files;
}

async function expand(path: string): Promise<string[]> {
  const facts = await stat(path).catch((cause: unknown) => {
    if (isPattern(path)) return undefined;
    throw new UsageError(`${path} is not there or cannot be read`, {
      expected: 'a CSV file, a folder of them, or a pattern such as "runs/*.csv"',
      cause,
    });
  });
  if (facts === undefined) return matching(path);
  if (!facts.isDirectory()) return [path];
  const names = (await readdir(path)).filter((name) => name.toLowerCase().endsWith('.csv')).sort();
  if (names.length > 0) return names.map((name) => join(path, name));
  throw new UsageError(`there is no .csv file in the folder ${path}`, {
    expected: 'a folder with one CSV file a group',
  });
}

/** Whether a path that is not there may be meant as a pattern. */
function isPattern(path: string): boolean {
  return /[*?[{]/u.test(path);
}

async function matching(pattern: string): Promise<string[]> {
  const files: string[] = [];
  for await (const path of glob(pattern)) if ((await stat(path)).isFile()) files.push(path);
  if (files.length > 0) return files.sort();
  throw new UsageError(`no file matches ${pattern}`, {
    expected: 'a pattern such as "runs/*.csv": * in a name, ** across folders',
  });
}

function named(path: string): InputFile {
  const name = basename(path).replace(/\.csv$/iu, '');
  return { path, name: validateName(name, `the file name of ${path}`) };
}

function sameName(first: InputFile, second: InputFile): UsageError {
  return new UsageError(`${first.path} and ${second.path} would both be the input group "${second.name}"`, {
    expected: 'a name of its own for each file; case does not count',
    help: 'rename one of them, or name one file only once',
  });
}
