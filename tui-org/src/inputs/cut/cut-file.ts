import type { InputFile } from '../collect-files.js';
import type { Cut } from './cut.js';
import { noRows } from './cut-problems.js';
import { Cutter } from './cutter.js';
import { GroupFiles } from './group-files.js';
import { type ReadOptions, readRows } from './read-rows.js';

export interface CutFileOptions extends ReadOptions {
  /** An empty folder for the files of the groups. */
  readonly folder: string;
}

/**
 * Cuts a CSV file into one file for each input group, row by row as it is read. Comments stay behind.
 * @returns the groups in the order in which they begin
 * @throws ClientError that names line and column, for a row that cannot be told apart, too many groups, too large ones
 */
export async function cutFile(
  file: InputFile,
  cut: Cut,
  { folder, ...options }: CutFileOptions,
): Promise<InputFile[]> {
  const cutter = new Cutter(file, cut, options.maxBytes);
  const files = new GroupFiles(folder);
  for await (const rows of readRows(file.path, options)) {
    for (const row of rows) {
      const placed = cutter.take(row);
      if (placed !== undefined) files.add(placed.group.index, placed.slice.content);
    }
    await files.relieve();
  }
  await files.flush();
  if (cutter.groups.length === 0) throw noRows(file.path, cut.header);
  return cutter.groups.map(({ index, name, rows, firstLine }) => ({
    path: files.pathOf(index),
    name,
    cutFrom: { path: file.path, rows, firstLine },
  }));
}
