import { formatBytes, localTime } from '@cairn/tui-kit';
import { completePath, type Field, type Question } from '@cairn/tui-kit/screen';
import { EXPORT_FORMATS, type ExportFormat } from '../../../export/write-export.js';
import { questionLines } from '../../question-lines.js';
import type { FileThere } from './file-at.js';

/** A script whose word can go along. */
export interface OfferedScript {
  readonly name: string;
  /** Whether it was run on other results than those that there are now. */
  readonly isStale: boolean;
}

export const WITHOUT_SCRIPT = 'without';

/** What is asked first: how it is written, and whether the word of a script goes along. */
export function formatFields(format: ExportFormat, script: OfferedScript | undefined): readonly Field[] {
  return [
    {
      name: 'format',
      label: 'Format',
      initial: format,
      choices: EXPORT_FORMATS,
      help: 'CSV for spreadsheets; JSON has what all results come to as well; NDJSON is a line for each result. ← → choose.',
    },
    ...(script === undefined ? [] : [scriptField(script)]),
  ];
}

function scriptField({ name, isStale }: OfferedScript): Field {
  const again = ' There are other results now than it was run on: it is run again first.';
  return {
    name: 'script',
    label: 'Reducer',
    initial: `with ${name}`,
    choices: [`with ${name}`, WITHOUT_SCRIPT],
    help: `What it made is marked in the file as your own script's word.${isStale ? again : ''}`,
  };
}

/** What is asked then: the file. */
export function fileField(typed: string): Field {
  return {
    name: 'file',
    label: 'File',
    initial: typed,
    help: 'The file to write. Tab completes; you are asked before a file is replaced.',
    complete: (begun) => completePath(begun, () => true),
    check: (path) => (path === '' ? 'type the path of a file' : undefined),
  };
}

/** A name for the file: the program's, in letters that need no quotes. */
export function proposedFile(program: string, format: ExportFormat): string {
  const name = program
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
  return `${name === '' ? 'results' : name}.${format}`;
}

/** What is asked before a file is replaced. */
export function replaceQuestion(path: string, { size, modifiedAt }: FileThere): Question {
  const text = `${path} is there already: ${formatBytes(size)}, of ${localTime(modifiedAt.toISOString())}. What is in it will be lost.`;
  return { title: 'Replace the file?', lines: questionLines(text), yes: 'Replace', danger: true };
}
