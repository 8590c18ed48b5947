import { createHash } from 'node:crypto';
import { forbiddenCharacter, NAME_RULE, nameKey, validateName } from '@cairn/shared-schema';
import { UsageError } from '@cairn/tui-kit';
import type { InputFile } from '../collect-files.js';

/** So that there is room behind it for a value. */
const MOST_OF_FILE = 50;
/** A name becomes that of a file in an archive. */
const MOST_BYTES = 240;
/** Of a value that cannot be shown whole. */
const MOST_SHOWN = 20;
const DIGITS = 9;

/** @throws UsageError for a file after which no groups can be named */
export function requireShortName({ path, name }: InputFile): void {
  const { length } = [...name];
  if (length <= MOST_OF_FILE) return;
  throw new UsageError(`the file name of ${path} has ${length} characters`, {
    expected: `at most ${MOST_OF_FILE}, since the names of its input groups begin with it`,
    help: 'rename the file',
  });
}

/**
 * The part of a name that tells rows by the first of them. It is so wide that names sort as their rows do, and has no last
 * row: what a file has more later gives the groups before no other names.
 */
export function rowLabel(first: number): string {
  return String(first).padStart(DIGITS, '0');
}

/**
 * The form in which the names of groups are held against each other: by the server, and by what reads the archive in which
 * they are sent, to which ß and SS are the same.
 */
export function groupKey(name: string): string {
  return nameKey(name.normalize('NFKC').toUpperCase());
}

/**
 * The name of a group that was cut out of a file: the file's name, and the value that the rows have. Of the value, what could
 * not stand in a name is escaped as `%2F`; where that does not fit, it is its beginning and its hash.
 */
export function groupName(file: string, label: string): string {
  const name = `${file}-${label.normalize('NFC').replaceAll(unfit(), escapeCharacter)}`;
  if (fits(name)) return name;
  const hash = createHash('sha256').update(label).digest('hex').slice(0, 16);
  const beginning = label.replaceAll(/[^a-zA-Z0-9 _.-]/gu, '').slice(0, MOST_SHOWN);
  return validateName(`${file}-${beginning}~${hash}`, 'the name of an input group');
}

function unfit(): RegExp {
  return new RegExp(`[/\\\\%]|${forbiddenCharacter().source}`, 'gu');
}

function escapeCharacter(character: string): string {
  return [...Buffer.from(character)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
}

function fits(name: string): boolean {
  if ([...name].length > NAME_RULE.max || Buffer.byteLength(name) > MOST_BYTES) return false;
  try {
    validateName(name);
    return true;
  } catch {
    return false;
  }
}
