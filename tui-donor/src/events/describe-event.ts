import { sanitizeForTerminal } from '@cairn/shared-schema';
import { formatBytes, formatCount, formatDuration, formatNumberOf } from '@cairn/tui-kit';
import { rejectsText } from '../selection/rejects-text.js';
import type { DonorEvent, Tally } from './donor-event.js';

const KINDS = {
  EXECUTE: 'to execute',
  EXECUTE_AND_PROVE: 'to execute and prove',
  PROVE: 'to prove',
} as const;

const HAVE = {
  nothing: 'from the beginning',
  execution: 'from its finished execution',
  proof: 'from its finished proof',
} as const;

const ENDS: Partial<Record<string, string>> = {
  'no-work-left': '; no work is left',
  finished: '; it was to finish',
};

/** An event in words, for people. Names and reasons of others are freed of what could drive a terminal. */
export function describeEvent(event: DonorEvent): string {
  const text =
    'inputGroup' in event ? `${event.program} / ${event.inputGroup}: ${aboutWork(event)}` : aboutLoop(event);
  return sanitizeForTerminal(text, { keepLines: true });
}

type WorkEvent = Extract<DonorEvent, { inputGroup: string }>;

function aboutWork(event: WorkEvent): string {
  switch (event.event) {
    case 'resumed':
      return `goes on ${HAVE[event.have]}`;
    case 'reserved':
      return `reserved ${KINDS[event.kind]}, until ${event.expiresAt}; ${event.organization} rejects of proofs: ${rejectsText(event.decisions)}`;
    case 'phase':
      return `${event.command}: ${event.phase}`;
    case 'progress':
      return `${event.command}: ${event.phase}${progress(event)}`;
    case 'restarted':
      return `${event.command}: begins anew in a fresh prover: ${event.why}`;
    case 'print':
      return `the program says: ${event.text.trimEnd()}`;
    case 'executed':
      return `executed: ${formatCount(event.steps)} steps in ${formatDuration(event.seconds)}; proving takes about ${formatBytes(event.proveMemory)} and ${formatDuration(event.proveSeconds)}`;
    case 'proved':
      return `proved in ${formatDuration(event.seconds)} with ${formatBytes(event.peakMemory)}; the proof has ${formatBytes(event.bytes)} and verifies`;
    default:
      return endOfWork(event);
  }
}

function endOfWork(
  event: Exclude<
    WorkEvent,
    { event: 'resumed' | 'reserved' | 'phase' | 'progress' | 'restarted' | 'print' | 'executed' | 'proved' }
  >,
): string {
  switch (event.event) {
    case 'execution-accepted':
      return event.final ? 'the server has the execution' : 'the server has the execution as a checkpoint';
    case 'checkpoint-skipped':
      return `goes on without a checkpoint: ${event.why}`;
    case 'proof-accepted':
      return 'the server verified and accepted the proof';
    case 'failed':
      return `given up (${event.code}): ${event.message}${event.reported ? '; the server was told' : ''}`;
    case 'declined':
      return `given back: ${event.why}`;
    case 'superseded':
      return 'another valid proof was there first; nothing is wrong with ours';
    case 'refused':
      return `the server did not take it (${event.code}): ${event.why}`;
    case 'lease-lost':
      return `the lease has ended: ${event.why}${event.goesOn ? '; the work goes on' : ''}`;
    case 'cancelled':
      return 'the input group was deleted or given up; the work on it ends';
    case 'released':
      return 'given back';
  }
}

function progress({
  fraction,
  remaining,
  steps,
}: Pick<Extract<WorkEvent, { event: 'progress' }>, 'fraction' | 'remaining' | 'steps'>): string {
  const done = fraction === null ? '' : `, ${Math.floor(fraction * 100)} %`;
  const counted = steps === undefined ? '' : `, ${formatCount(steps)} steps`;
  return `${done}${counted}${remaining === null ? '' : `, about ${formatDuration(remaining)} left`}`;
}

function aboutLoop(event: Exclude<DonorEvent, WorkEvent>): string {
  switch (event.event) {
    case 'started':
      return `working for ${event.server} (mode ${event.mode}, ${formatNumberOf(event.cpus, 'CPU')}, ${event.maxMemory === null ? 'any amount' : `at most ${formatBytes(event.maxMemory)}`} of memory)`;
    case 'retrying':
      return `could not ${event.what}: ${event.why}; next try in ${formatDuration(event.delaySeconds)}`;
    case 'waiting':
      return `no work now; asks again in ${formatDuration(event.seconds)}`;
    case 'paused':
      return `paused: ${event.reasons.map(({ why }) => why).join('; ')}`;
    case 'continued':
      return `goes on, after a pause of ${formatDuration(event.seconds)}`;
    case 'allowed':
      return `may use ${formatNumberOf(event.cpus, 'CPU')} now: the machine is ${event.isIdle ? 'idle' : 'in use'}`;
    case 'key-unprotected':
      return `others on this machine may be able to read ${event.file}: its file system gives no file to its owner alone. Whoever has this key is this donor; --data-dir names another place`;
    case 'configured':
      return `settings: ${event.changes.map(({ key, value, from }) => `${key} is ${value} (${from})`).join('; ')}`;
    case 'left-alone':
      return `unfinished work for ${event.servers.join(', ')}, ${formatNumberOf(event.pieces, 'piece')}, is left until that server is named again`;
    case 'stopped':
      return `stopped after ${formatDuration(event.seconds)}: ${counts(event)}${ENDS[event.why] ?? ''}`;
  }
}

function counts(tally: Tally): string {
  const others = Object.entries(tally.others).map(([outcome, count]) => `, ${count} ${outcome}`);
  return `${formatNumberOf(tally.proofs, 'proof')}, ${formatNumberOf(tally.executions, 'execution')}${others.join('')}`;
}
