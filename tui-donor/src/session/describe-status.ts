import { sanitizeForTerminal } from '@cairn/shared-schema';
import { formatBytes, formatDuration, formatNumberOf, formatPercent } from '@cairn/tui-kit';
import type { DonorStatus, WorkInHand } from './donor-status.js';

/** How a donor stands, in lines for people, freed of what could drive a terminal. */
export function describeStatus(status: DonorStatus): string {
  const { pid, server, mode, cpus, cap, maxMemory, isIdle, proofs, executions, trouble } = status;
  const memory = maxMemory === null ? 'any amount' : `at most ${formatBytes(maxMemory)}`;
  const lines = [
    `${stateOf(status)}${status.isFinishing ? '; ends after this piece of work' : ''}`,
    `works for ${server} (mode ${mode}), process ${pid}, since ${status.startedAt}`,
    ...(status.work === null ? [] : [workOf(status.work)]),
    ...(trouble === null ? [] : [`trouble: ${trouble}`]),
    `may use ${formatNumberOf(cpus, 'CPU')}${cap === null ? '' : ' (for the moment)'} and ${memory} of memory; the machine is ${isIdle ? 'idle' : 'in use'}`,
    `done: ${formatNumberOf(proofs, 'proof')}, ${formatNumberOf(executions, 'execution')}`,
  ];
  return lines.map((line) => sanitizeForTerminal(line)).join('\n');
}

const STATES = {
  connecting: 'connecting to the server',
  working: 'working',
  waiting: 'waiting for work',
  ended: 'ending',
} as const;

function stateOf({ state, reasons }: DonorStatus): string {
  return state === 'paused' ? `paused: ${reasons.map(({ why }) => why).join('; ')}` : STATES[state];
}

function workOf({ program, inputGroup, command, phase, fraction, remaining }: WorkInHand): string {
  const at =
    command === null ? '' : `: ${command}${phase === null || phase === command ? '' : ` (${phase})`}`;
  const done = fraction === null ? '' : `, ${formatPercent(fraction)} done`;
  const left = remaining === null ? '' : `, about ${formatDuration(remaining)} left`;
  return `${program} / ${inputGroup}${at}${done}${left}`;
}
