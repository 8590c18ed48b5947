import { formatDuration } from '@cairn/tui-kit';
import type { Field } from '@cairn/tui-kit/screen';
import { LONGEST_SNOOZE } from '../../control/protocol.js';
import { parseDuration } from '../../session/parse-duration.js';
import { settingNamed } from '../../settings/change-setting.js';
import { checkSavable } from '../../settings/check-value.js';
import type { ShownSetting } from '../../settings/show-settings.js';
import type { ControlState } from '../work/control-state.js';
import { problemOf } from './problem-of.js';

/** One line of the page: a setting, or the snooze, which is not kept. */
export interface SettingRow {
  readonly key: string;
  readonly value: string;
  /** Where the value comes from, in a word. */
  readonly source: string;
  readonly explain: string;
  /** All there is to know of it, name by name. */
  readonly facts: readonly (readonly [name: string, text: string])[];
  /** How it is asked for. */
  readonly field: Field;
  /** What can be taken back; undefined where there is nothing. */
  readonly saved: string | undefined;
  /** What does the same from a shell. */
  readonly command: string;
}

/** The key of the row that is no setting. */
export const SNOOZE = 'snooze';

/**
 * The row of a setting.
 * @param dataDir where it is no folder in which commands look by themselves
 */
export function rowOf(shown: ShownSetting, dataDir?: string): SettingRow {
  const { key, value, origin, explain, choices, takes } = shown;
  return {
    ...{ key, value, explain, source: origin.source, facts: factsOf(shown), saved: savedOf(shown) },
    field: {
      name: key,
      label: key,
      initial: value,
      help: `Takes ${takes}.`,
      ...(choices === null ? {} : { choices }),
      check: (text) => problemOf(() => checkSavable(settingNamed(key), text)),
    },
    command: `cairn-donor config set ${key} ${quoted(value)}${inFolder(dataDir)}`,
  };
}

function inFolder(dataDir: string | undefined): string {
  return dataDir === undefined ? '' : ` --data-dir ${quoted(dataDir)}`;
}

function factsOf(shown: ShownSetting): SettingRow['facts'] {
  const { more, unit, takes, fallback, origin, overridden, flag, env, appliesAtOnce } = shown;
  const others = overridden.map(({ name, value }) => `${name}: ${value}`);
  const places = [flag, env].filter((place) => place !== null);
  return [
    ['', more],
    ['Unit', unit ?? ''],
    ['Takes', takes],
    ['Default', fallback],
    ['From', origin.name],
    ['Before', others.join('; ')],
    ['Also by', places.join(', ')],
    ['In force', appliesAtOnce ? 'at once' : 'at the next start'],
  ];
}

function savedOf({ origin, value, overridden }: ShownSetting): string | undefined {
  if (origin.source === 'saved') return value;
  return overridden.find(({ source }) => source === 'saved')?.value;
}

/** A word as a shell takes it. */
function quoted(text: string): string {
  return /^[\w.,:/+-]+$/u.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/**
 * The row of the snooze, which holds until its time or the end of the client.
 * @param now milliseconds since 1970
 * @param dataDir as `rowOf` has it
 */
export function snoozeRow(
  { reasons, snoozedUntil }: ControlState,
  now: number,
  dataDir?: string,
): SettingRow {
  const isSnoozed = snoozedUntil !== undefined && reasons.some(({ code }) => code === 'SNOOZE');
  const left = isSnoozed ? formatDuration(Math.max(1, Math.round((snoozedUntil - now) / 1000))) : 'none';
  return {
    key: SNOOZE,
    value: left,
    source: isSnoozed ? 'you' : 'default',
    explain: 'stand still for a time, and then go on by itself',
    facts: [
      [
        '',
        'It is not kept: it ends with this client, and with p. Of a pause and a snooze the last one holds.',
      ],
      ['Takes', 'a time from 1s to 30d, such as 30m, 2h or 1h30m'],
      ['Also by', 'z on the page Now, cairn-donor snooze'],
      ['In force', 'at once'],
    ],
    field: {
      name: SNOOZE,
      label: SNOOZE,
      initial: '30m',
      help: 'Takes a time from 1s to 30d, such as 30m, 2h or 1h30m.',
      check: (text) => problemOf(() => void parseDuration(text, LONGEST_SNOOZE)),
    },
    saved: isSnoozed ? left : undefined,
    command: `cairn-donor snooze 30m${inFolder(dataDir)}`,
  };
}
