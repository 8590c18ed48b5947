import type { Reach } from '@cairn/tui-kit/screen';
import { describeEvent } from '../../events/describe-event.js';
import type { DonorEvent } from '../../events/donor-event.js';
import { advancePiece, beginPiece, type PieceProgress } from './piece-progress.js';

/** Something that happened, for the list of what happened last. */
export interface Told {
  readonly at: number;
  readonly text: string;
  readonly tone: 'plain' | 'good' | 'warn' | 'bad';
}

/** The work as it stands, from what the loop tells. */
export interface NowState {
  readonly server: string;
  readonly reach: Reach;
  readonly piece: PieceProgress | undefined;
  /** Since when nothing is computed. */
  readonly pausedAt: number | undefined;
  /** When work is asked for again. */
  readonly waitingUntil: number | undefined;
  /** What could not be asked of the server, and why. */
  readonly trouble: string | undefined;
  readonly accepted: number;
  readonly executions: number;
  readonly failures: number;
  /** The newest first. */
  readonly told: readonly Told[];
  /** Why the loop has ended. */
  readonly ended: Extract<DonorEvent, { event: 'stopped' }>['why'] | undefined;
}

const MOST_TOLD = 200;
const UNTOLD: ReadonlySet<DonorEvent['event']> = new Set(['phase', 'progress', 'waiting']);

export function startNow(server: string): NowState {
  return {
    server,
    reach: 'connecting',
    piece: undefined,
    pausedAt: undefined,
    waitingUntil: undefined,
    trouble: undefined,
    accepted: 0,
    executions: 0,
    failures: 0,
    told: [],
    ended: undefined,
  };
}

/** The state after an event of the loop. */
export function hear(state: NowState, event: DonorEvent, at: number): NowState {
  return tell(count(follow(state, event, at), event), event, at);
}

/** What the event means for the piece at hand, and for the way to the server. */
function follow(state: NowState, event: DonorEvent, at: number): NowState {
  switch (event.event) {
    case 'started':
      return { ...state, server: event.server, reach: 'connected' };
    case 'retrying':
      return { ...state, reach: 'lost', trouble: `could not ${event.what}: ${event.why}` };
    case 'waiting':
      return { ...reached(state), piece: undefined, waitingUntil: at + event.seconds * 1000 };
    case 'stopped':
      return { ...state, piece: undefined, waitingUntil: undefined, ended: event.why };
    case 'paused':
      return { ...state, pausedAt: state.pausedAt ?? at };
    case 'continued':
      return goOn(state, at);
    case 'left-alone':
    case 'key-unprotected':
    case 'allowed':
    case 'configured':
      return state;
    case 'reserved':
    case 'resumed':
      return { ...reached(state), piece: beginPiece(event, at), waitingUntil: undefined };
    case 'proof-accepted':
    case 'failed':
    case 'declined':
    case 'superseded':
    case 'refused':
    case 'cancelled':
    case 'released':
      return { ...reached(state), piece: undefined };
    case 'execution-accepted':
      return { ...reached(state), piece: event.final ? undefined : state.piece };
    case 'lease-lost':
      return { ...state, piece: event.goesOn ? state.piece : undefined };
    default:
      return { ...state, piece: advancePiece(state.piece ?? beginPiece(event, at), event, at) };
  }
}

/** What was to be done at a time is done later by as long as the pause was. */
function goOn({ pausedAt, piece, ...state }: NowState, at: number): NowState {
  const isLate = piece?.doneAt !== undefined && pausedAt !== undefined;
  const later = isLate ? { ...piece, doneAt: piece.doneAt + (at - pausedAt) } : piece;
  return { ...state, piece: later, pausedAt: undefined };
}

/** The server has answered. */
function reached(state: NowState): NowState {
  return { ...state, reach: 'connected', trouble: undefined };
}

function count(state: NowState, event: DonorEvent): NowState {
  if (event.event === 'proof-accepted') return { ...state, accepted: state.accepted + 1 };
  if (event.event === 'execution-accepted' && event.final)
    return { ...state, executions: state.executions + 1 };
  if (event.event === 'failed' || event.event === 'refused')
    return { ...state, failures: state.failures + 1 };
  return state;
}

const TONES: Partial<Record<DonorEvent['event'], Told['tone']>> = {
  'proof-accepted': 'good',
  'execution-accepted': 'good',
  failed: 'bad',
  refused: 'bad',
  restarted: 'warn',
  retrying: 'warn',
  'lease-lost': 'warn',
  superseded: 'warn',
  declined: 'warn',
  'key-unprotected': 'warn',
  cancelled: 'warn',
};

function tell(state: NowState, event: DonorEvent, at: number): NowState {
  if (UNTOLD.has(event.event)) return state;
  const told: Told = {
    at,
    text: describeEvent(event).replaceAll('\n', ' '),
    tone: TONES[event.event] ?? 'plain',
  };
  return { ...state, told: [told, ...state.told].slice(0, MOST_TOLD) };
}
