import { cleanText, type Field, typedPath } from '@cairn/tui-kit/screen';
import type { Cut } from '../../inputs/cut/cut.js';
import { findColumn } from '../../inputs/cut/find-column.js';
import { readColumn, readRowCount } from '../../inputs/cut/read-cut.js';
import { problemIn } from '../problem-of.js';
import type { Answers } from '../sign-in/sign-in-fields.js';
import { csvField } from './csv-field.js';

const BY_ROWS = 'every so many rows';
const BY_COLUMN = 'by the values of a column';
const VALUES = 'has values';
const NAMES = 'names the columns';
const KEPT = 'stays in the rows';
const LEFT_OUT = 'is left out';

/** What is asked first: the file, and how it is cut. */
export const FILE_FIELDS: readonly Field[] = [
  { ...csvField('path', 'File'), help: 'The CSV file to cut; it may be of any size. Tab completes.' },
  {
    name: 'by',
    label: 'Cut',
    initial: BY_ROWS,
    choices: [BY_ROWS, BY_COLUMN],
    help: 'The arrows change it.',
  },
  {
    name: 'first',
    label: 'First row',
    initial: VALUES,
    choices: [VALUES, NAMES],
    help: 'A row that names the columns goes into no input group. The arrows change it.',
  },
];

/** What the answers to the first questions come to. */
export interface FileToCut {
  readonly path: string;
  readonly byColumn: boolean;
  readonly header: boolean;
}

export function fileToCut({ path = '', by, first }: Answers): FileToCut {
  return { path: typedPath(path), byColumn: by === BY_COLUMN, header: first === NAMES };
}

/**
 * What is asked then.
 * @param columns what stands in the first row of the file
 */
export function cutFields({ byColumn, header }: FileToCut, columns: readonly string[]): readonly Field[] {
  if (!byColumn) return [ROWS_FIELD];
  return [
    {
      name: 'column',
      label: 'Column',
      initial: '',
      help: `${header ? 'Its number or name' : 'Its number; in the first row stands'}: ${shown(columns)}`,
      check: problemIn((value) => findColumn(readColumn(value, header, 'it'), columns, 'the file')),
    },
    {
      name: 'keep',
      label: 'The column',
      initial: KEPT,
      choices: [KEPT, LEFT_OUT],
      help: 'Words without quotes, dates and the like can only be left out of the input groups. The arrows change it.',
    },
  ];
}

/** How the file is cut by all these answers. */
export function cutOf({ byColumn, header }: FileToCut, { rows = '', column = '', keep }: Answers): Cut {
  if (!byColumn) return { header, by: { rows: readRowCount(rows, 'the number') } };
  return { header, by: { column: readColumn(column, header, 'the column'), keep: keep === KEPT } };
}

const ROWS_FIELD: Field = {
  name: 'rows',
  label: 'Rows',
  initial: '1000',
  help: 'How many rows an input group has. The last one has what is left.',
  check: problemIn((value) => readRowCount(value, 'the number')),
};

const MOST_SHOWN = 12;
const MOST_OF_NAME = 24;

function shown(columns: readonly string[]): string {
  const parts = columns.slice(0, MOST_SHOWN).map((text, index) => `${index + 1} = ${beginningOf(text)}`);
  return `${parts.join(', ')}${columns.length > MOST_SHOWN ? ', …' : ''}`;
}

function beginningOf(text: string): string {
  const clean = [...cleanText(text)];
  return clean.length > MOST_OF_NAME ? `${clean.slice(0, MOST_OF_NAME).join('')}…` : clean.join('');
}
