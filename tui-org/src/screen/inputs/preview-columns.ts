import { formatBytes, formatCount } from '@cairn/tui-kit';
import { cleanText, type ListColumn } from '@cairn/tui-kit/screen';
import type { CheckedFile } from '../../inputs/check-files.js';
import type { UploadPlan } from '../../inputs/plan-upload.js';

/** A file that was read, and whether it is sent. */
export interface PreviewRow {
  readonly file: CheckedFile;
  readonly isNew: boolean;
}

/** The files of a plan: those that are sent, then those that are there already. */
export function previewRows({ batches, present }: UploadPlan): PreviewRow[] {
  return [
    ...batches.flat().map((file) => ({ file, isNew: true })),
    ...present.map(({ file }) => ({ file, isNew: false })),
  ];
}

export const PREVIEW_COLUMNS: readonly ListColumn<PreviewRow>[] = [
  { title: 'input group', text: ({ file }) => cleanText(file.name), width: 16, grow: 1 },
  {
    title: 'what happens',
    text: ({ isNew }) => (isNew ? '+ is sent' : '= there already'),
    tone: ({ isNew }) => (isNew ? 'good' : 'muted'),
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
