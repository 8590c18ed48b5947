import { defaultCpus, readCpus, readPageSize, serverAddress } from '@cairn/tui-kit';
import { ALWAYS } from '../governor/hours/week-hours.js';
import { defaultFreeMemory, defaultMaxMemory } from './machine-memory.js';
import { readHours } from './readers/read-hours.js';
import { readNickname } from './readers/read-nickname.js';
import { NONE, noneOr } from './readers/read-none-or.js';
import { numberWithin } from './readers/read-number.js';
import { readPrograms } from './readers/read-programs.js';
import { formatSize, readSize } from './readers/read-size.js';
import { formatTargets, readTargets } from './readers/read-targets.js';
import { oneOf } from './readers/read-word.js';
import type { SettingDefinition } from './setting-definition.js';

const cpus = (found: unknown): number => readCpus(found);
const WORK_OR_PAUSE = ['work', 'pause'] as const;
const YES_OR_NO = ['yes', 'no'] as const;
const PRIORITIES = ['lowest', 'usual'] as const;
const orNone =
  <T>(format: (value: T) => string) =>
  (value: T | null) =>
    value === null ? NONE : format(value);

/** Every setting of the donor's, in the order in which they are shown. */
export const SETTINGS = {
  server: define({
    key: 'program_distributor_url',
    flag: '--server <url>',
    env: 'PROGRAM_DISTRIBUTOR_URL',
    explain: 'the server to work for',
    more: 'What is unfinished for another server waits until that one is named again.',
    appliesAtOnce: false,
    read: (found) => serverAddress(String(found)).url,
    fallback: () => 'http://127.0.0.1:8080',
  }),
  cpus: define({
    key: 'executor_cpus',
    flag: '--cpus <number>',
    env: 'EXECUTOR_CPUS',
    explain: 'how many CPUs to use, such as 1.5 (else all but one)',
    more: 'Kept by threads and a duty cycle of stop and continue, for prover and client together. A proof under way keeps its threads: beyond one CPU for each it is the next one that takes more.',
    unit: 'CPUs',
    read: cpus,
    fallback: () => defaultCpus(),
  }),
  idleCpus: define({
    ...named('idle_cpus', 'number'),
    explain: 'how many CPUs to use while the machine is idle; none: as many as while it is in use',
    more: 'It counts as idle after idle_minutes; one that does not tell counts as in use.',
    unit: 'CPUs',
    read: noneOr(cpus),
    fallback: () => null,
    format: orNone(String),
  }),
  maxMemory: define({
    ...named('max_memory', 'size'),
    explain:
      'memory that proving may take, such as 4G, or none for no limit (else three quarters of the machine)',
    more: 'What needs more is handed over to a larger donor. Nothing begins either that would leave less than free_memory to others. A command under way keeps the limit with which it began.',
    unit: 'bytes; K, M, G and T are read',
    read: noneOr(readSize),
    fallback: defaultMaxMemory,
    format: orNone(formatSize),
  }),
  otherCpus: define({
    ...named('other_cpus', 'number'),
    explain:
      'pause while other programs use more CPUs than that; none: never (the work has the lowest priority anyway)',
    more: 'It goes on when they have used less than three quarters of that for 30 seconds.',
    unit: 'CPUs',
    read: noneOr(cpus),
    fallback: () => null,
    format: orNone(String),
  }),
  idleOtherCpus: define({
    ...named('idle_other_cpus', 'number'),
    explain: 'pause while other programs use more CPUs than that on an idle machine; none: never',
    unit: 'CPUs',
    read: noneOr(cpus),
    fallback: () => null,
    format: orNone(String),
  }),
  freeMemory: define({
    ...named('free_memory', 'size'),
    explain: 'pause while less memory than that is free, such as 1G; none: never',
    more: 'It goes on when a quarter more than that was free for 30 seconds. A proof that stands still and alone keeps memory from being free is ended after two minutes, and given back.',
    unit: 'bytes; K, M, G and T are read',
    read: noneOr(readSize),
    fallback: defaultFreeMemory,
    format: orNone(formatSize),
  }),
  idleFreeMemory: define({
    ...named('idle_free_memory', 'size'),
    explain: 'pause while less memory than that is free on an idle machine; none: never',
    unit: 'bytes; K, M, G and T are read',
    read: noneOr(readSize),
    fallback: defaultFreeMemory,
    format: orNone(formatSize),
  }),
  whileInUse: define({
    ...named('while_in_use', 'work|pause'),
    explain: 'whether to work while somebody uses the machine',
    choices: WORK_OR_PAUSE,
    read: oneOf(WORK_OR_PAUSE),
    fallback: () => 'work' as const,
  }),
  idleMinutes: define({
    ...named('idle_minutes', 'number'),
    explain: 'minutes without a key or a mouse after which the machine counts as idle',
    unit: 'minutes',
    read: numberWithin(0.1, 1440, 'minutes'),
    fallback: () => 5,
  }),
  onBattery: define({
    ...named('on_battery', 'work|pause'),
    explain: 'whether to work on battery',
    more: 'It goes on when the machine was plugged in for 10 seconds.',
    choices: WORK_OR_PAUSE,
    read: oneOf(WORK_OR_PAUSE),
    fallback: () => 'pause' as const,
  }),
  maxTemperature: define({
    ...named('max_temperature', 'degrees'),
    explain: 'pause while the processor is hotter than so many °C; none: never',
    more: 'It goes on when the processor was 5 °C cooler than that for 30 seconds.',
    unit: '°C',
    read: noneOr(numberWithin(30, 120, '°C')),
    fallback: () => 90,
    format: orNone(String),
  }),
  hours: define({
    ...named('hours', 'hours'),
    explain: 'when to work: such as "mon-fri 18:00-08:00, sat-sun 0:00-24:00", or always',
    more: 'Hours of the week, of the clock here. A part that ends before it begins goes on into the next day.',
    read: readHours,
    fallback: () => ALWAYS,
    format: ({ text }) => text,
  }),
  sessionPriority: define({
    ...named('session_priority', 'lowest|usual'),
    explain:
      'lowest: give way to all other sessions (Linux with autogroup); usual: take a fair share beside them',
    choices: PRIORITIES,
    read: oneOf(PRIORITIES),
    fallback: () => 'lowest' as const,
  }),
  pauseFor: define({
    ...named('pause_for', 'names'),
    explain: 'pause while one of these programs runs: names with commas between them; none: for none',
    more: 'Names as ps shows them. It goes on when none of them has run for 15 seconds.',
    read: readPrograms,
    fallback: () => [],
    format: (names) => (names.length === 0 ? NONE : names.join(',')),
  }),
  preferred: define({
    ...named('preferred', 'list'),
    explain:
      'whom to work for first, the most wanted first: program:ID or organization:ID, with commas; none: nobody before others',
    read: readTargets,
    fallback: () => [],
    format: formatTargets,
  }),
  onlyPreferred: define({
    ...named('only_preferred', 'yes|no'),
    explain: 'whether to work for nobody else',
    choices: YES_OR_NO,
    read: oneOf(YES_OR_NO),
    fallback: () => 'no' as const,
  }),
  blocked: define({
    ...named('blocked', 'list'),
    explain: 'whom never to work for: program:ID or organization:ID, with commas; none: nobody',
    read: readTargets,
    fallback: () => [],
    format: formatTargets,
  }),
  nickname: define({
    ...named('nickname', 'name'),
    explain: 'what to be called on leaderboards; none: by the key alone',
    more: 'The server is told at the next start or after the next piece of work, and not before it has accepted a proof.',
    read: noneOr(readNickname),
    fallback: () => null,
    format: orNone(String),
  }),
  defaultPageSize: define({
    key: 'default_page_size',
    explain: "entries of a list in the screen's first request for it",
    more: 'The list is shown when it is whole. At most max_page_size.',
    unit: 'entries',
    read: readPageSize,
    fallback: () => 20,
  }),
  maxPageSize: define({
    key: 'max_page_size',
    explain: 'entries of a list in each further request, until it is whole; the server gives no more than 50',
    more: 'Fewer make more requests and smaller answers: what is in the list is the same.',
    unit: 'entries',
    read: readPageSize,
    fallback: () => 50,
  }),
} as const;

type Partly<T> = Omit<SettingDefinition<T>, 'format' | 'appliesAtOnce'> &
  Partial<Pick<SettingDefinition<T>, 'format' | 'appliesAtOnce'>>;

function define<T>(parts: Partly<T>): SettingDefinition<T> {
  return { format: String, appliesAtOnce: true, ...parts };
}

/** A setting of the donor's own: its flag and its variable follow from its name. */
function named(key: string, takes: string): { key: string; flag: string; env: string } {
  return { key, flag: `--${key.replaceAll('_', '-')} <${takes}>`, env: `CAIRN_DONOR_${key.toUpperCase()}` };
}
