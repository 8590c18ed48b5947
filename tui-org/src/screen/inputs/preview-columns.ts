import { formatBytes, formatCount } from '@cairn/tui-kit';
import { cleanText, type ListColumn } from '@cairn/tui-kit/screen';
import type { CheckedFile } from '../../inputs/check-files.js';
import { filesOf, type UploadPlan } from '../../inputs/plan-upload.js';

/** A file that was read, and whether it is sent. */
export interface PreviewRow {
  readonly file: CheckedFile;
  readonly isNew: boolean;
  /** The name of another group with the same values. */
  readonly twin: string | undefined;
}

/** The files of a plan: those that are sent, then those that are there already. */
export function previewRows(plan: UploadPlan): PreviewRow[] {
  const there = new Set(plan.present.map(({ file }) => file));
  return filesOf(plan).map((file) => ({ file, isNew: !there.has(file), twin: plan.twins.get(file) }));
}

const COLUMNS: readonly ListColumn<PreviewRow>[] = [
  { title: 'input group', text: ({ file }) => cleanText(file.name), width: 16, grow: 1 },
  {
    title: 'what happens',
    text: ({ isNew, twin }) =>
      twin !== undefined ? '+ values twice' : isNew ? '+ is sent' : '= there already',
    tone: ({ isNew, twin }) => (twin !== undefined ? 'warn' : isNew ? 'good' : 'muted'),
    width: 15,
  },
  {
    title: 'values',
    text: ({ file }) => formatCount(file.values),
    sortBy: ({ file }) => file.values,
    descending: true,
    width: 9,
    align: 'right',
  },
  {
    title: 'size',
    text: ({ file }) => formatBytes(file.bytes),
    sortBy: ({ file }) => file.bytes,
    descending: true,
    width: 9,
    align: 'right',
    spare: 1,
  },
];

const ROWS: ListColumn<PreviewRow> = {
  title: 'rows',
  text: ({ file }) => formatCount(file.cutFrom?.rows ?? 0),
  sortBy: ({ file }) => file.cutFrom?.rows ?? 0,
  descending: true,
  width: 9,
  align: 'right',
  spare: 2,
};
const CUT_COLUMNS = [...COLUMNS.slice(0, 2), ROWS, ...COLUMNS.slice(2)];

/** The columns for these files: those that were cut out of another have rows. The same array every time. */
export function previewColumns(rows: readonly PreviewRow[]): readonly ListColumn<PreviewRow>[] {
  return rows.some(({ file }) => file.cutFrom !== undefined) ? CUT_COLUMNS : COLUMNS;
}

/** Where the values of a row come from, and what is to be known of it. */
export function originOf({ file: { path, cutFrom }, twin }: PreviewRow): string {
  const origin =
    cutFrom === undefined ? path : `from line ${formatCount(cutFrom.firstLine)} of ${cutFrom.path}`;
  return twin === undefined ? origin : `the values of ${twin}, ${origin}`;
}
