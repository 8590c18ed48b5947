import { MAX_INPUT_VALUES } from '@cairn/shared-schema';
import type { InputFile } from '../collect-files.js';
import { type Cut, MOST_GROUPS } from './cut.js';
import { oneName, tooLarge, tooMany } from './cut-problems.js';
import { groupKey, groupName, requireShortName } from './group-name.js';
import type { Row } from './row.js';
import { makeSlicer, type Slice, type Slicer } from './slicer.js';

/** A group that grows with each of its rows. */
export interface CutGroup {
  /** In the order in which they began, from 0. */
  readonly index: number;
  readonly name: string;
  /** The line of the file on which its first row stands. */
  readonly firstLine: number;
  rows: number;
  values: number;
  bytes: number;
}

/** A row, and the group that it has just become one of. */
export interface PlacedRow {
  readonly group: CutGroup;
  readonly slice: Slice;
}

/** Cuts a file: is given its rows in their order, and says of each where it goes. It reads and writes nothing. */
export class Cutter {
  readonly groups: CutGroup[] = [];
  readonly #byKey = new Map<string, CutGroup>();
  readonly #byName = new Map<string, CutGroup>();
  #slicer: Slicer | undefined;

  /** @param maxBytes the largest group that may be @throws UsageError for a file after which no groups can be named */
  constructor(
    private readonly file: InputFile,
    private readonly cut: Cut,
    private readonly maxBytes: number,
  ) {
    requireShortName(file);
  }

  /**
   * @returns undefined for the row that names the columns
   * @throws ClientError for a row that cannot be told apart, for too many groups, and for one that becomes too large
   */
  take(row: Row): PlacedRow | undefined {
    const { path } = this.file;
    const { by, header } = this.cut;
    if (this.#slicer === undefined) {
      this.#slicer = makeSlicer(path, by, header ? row : undefined);
      if (header) return undefined;
    }
    const slice = this.#slicer(row);
    const group = this.#byKey.get(slice.key) ?? this.#begin(slice, row);
    this.#grow(group, slice, row);
    return { group, slice };
  }

  #begin({ key, label }: Slice, { line }: Row): CutGroup {
    const { path, name: file } = this.file;
    if (this.groups.length === MOST_GROUPS) throw tooMany(path, this.cut.by);
    const name = groupName(file, label);
    const other = this.#byName.get(groupKey(name));
    if (other !== undefined) throw oneName(path, { line, name }, other);
    const group: CutGroup = {
      index: this.groups.length,
      name,
      firstLine: line,
      rows: 0,
      values: 0,
      bytes: 0,
    };
    this.groups.push(group);
    this.#byKey.set(key, group);
    this.#byName.set(groupKey(name), group);
    return group;
  }

  #grow(group: CutGroup, { content, values }: Slice, { line }: Row): void {
    const bytes = group.bytes + content.length + 1;
    if (bytes > this.maxBytes || group.values + values > MAX_INPUT_VALUES) {
      const { maxBytes, cut, file } = this;
      throw tooLarge(file.path, line, group, { maxBytes, by: cut.by });
    }
    group.bytes = bytes;
    group.values += values;
    group.rows += 1;
  }
}
