import { cellWidth } from '@cairn/tui-kit/screen';
import type { ShownSetting } from '../../settings/show-settings.js';
import type { ControlState } from '../work/control-state.js';
import { layoutSettings } from './layout-settings.js';
import { settingLines } from './setting-lines.js';
import { rowOf, snoozeRow } from './setting-row.js';

const CPUS: ShownSetting = {
  key: 'executor_cpus',
  value: '1',
  origin: { source: 'environment', name: 'EXECUTOR_CPUS' },
  overridden: [{ source: 'saved', name: 'executor_cpus in the saved settings', value: '0.5' }],
  fallback: '3',
  explain: 'how many CPUs to use',
  more: 'Kept by threads and a duty cycle.',
  unit: 'CPUs',
  takes: 'a number from 0.001 to 4, the number of CPUs of this machine',
  choices: null,
  flag: '--cpus',
  env: 'EXECUTOR_CPUS',
  appliesAtOnce: true,
};

function told(row: ReturnType<typeof rowOf>, width = 56): string[] {
  return settingLines(row, width).map((line) => line.map(({ text }) => text).join(''));
}

test('tells what a setting does, counts and takes, and where its value comes from', () => {
  const lines = told(rowOf(CPUS));
  for (const part of [
    'how many CPUs to use',
    'Kept by threads and a duty cycle.',
    'Unit           CPUs',
    'Takes          a number from 0.001 to 4',
    'Default        3',
    'From           EXECUTOR_CPUS',
    'Before         executor_cpus in the saved settings: 0.5',
    'Also by        --cpus, EXECUTOR_CPUS',
    'In force       at once',
  ]) {
    expect(lines).toContainEqual(expect.stringContaining(part));
  }
  expect(Math.max(...lines.map(cellWidth))).toBeLessThanOrEqual(56);
});

test('what was saved can be forgotten, whether it holds or not; nothing else can', () => {
  expect(rowOf(CPUS).saved).toBe('0.5');
  const saved = { source: 'saved', name: 'executor_cpus in the saved settings' } as const;
  expect(rowOf({ ...CPUS, origin: saved, overridden: [] }).saved).toBe('1');
  expect(rowOf({ ...CPUS, overridden: [] }).saved).toBeUndefined();
});

test('names the limit of what cannot be, and the command that does the same', () => {
  const { field, command } = rowOf(CPUS);
  expect(field.check?.('1000')).toMatch(/^executor_cpus is "1000"; expected: a number from 0\.001 to \d+/u);
  expect(field.check?.('')).toContain('expected: a value');
  expect(field.check?.('0.25')).toBeUndefined();
  expect(command).toBe('cairn-donor config set executor_cpus 1');
  expect(rowOf({ ...CPUS, key: 'hours', value: "mon 1:00-2:00, it's" }).command).toBe(
    "cairn-donor config set hours 'mon 1:00-2:00, it'\\''s'",
  );
});

test('the command names the folder where that is not the usual one', () => {
  expect(rowOf(CPUS, "/mnt/Ada's disk/donor").command).toBe(
    "cairn-donor config set executor_cpus 1 --data-dir '/mnt/Ada'\\''s disk/donor'",
  );
  const control = { reasons: [], snoozedUntil: undefined } as unknown as ControlState;
  expect(snoozeRow(control, 0, '/data').command).toBe('cairn-donor snooze 30m --data-dir /data');
});

test('the snooze is one of the limits, and ends', () => {
  const control = {
    reasons: [{ code: 'SNOOZE', why: 'w' }],
    snoozedUntil: 90_000,
  } as unknown as ControlState;
  expect(snoozeRow(control, 30_000)).toMatchObject({
    value: '1 min 00 s',
    source: 'you',
    saved: '1 min 00 s',
  });
  expect(snoozeRow({ ...control, reasons: [] }, 100_000)).toMatchObject({ value: 'none', saved: undefined });
  const { field } = snoozeRow(control, 0);
  expect(field.check?.('31d')).toContain('a time from 1s to 30d');
  expect(field.check?.('2h')).toBeUndefined();
});

test.each([
  [13, { listHeight: 6, detailHeight: 7 }],
  [21, { listHeight: 10, detailHeight: 11 }],
  [57, { listHeight: 43, detailHeight: 14 }],
])('shares %i lines between the list and what it says', (height, layout) => {
  expect(layoutSettings(height, 18)).toEqual(layout);
});
