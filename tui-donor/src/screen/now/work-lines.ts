import { formatBytes, formatCount, formatDuration, formatPercent } from '@cairn/tui-kit';
import { bar, cleanText, type Line, line, type Segment, wrapText } from '@cairn/tui-kit/screen';
import type { ControlState } from '../work/control-state.js';
import { pauseStory } from '../work/pause-text.js';
import { clockTime } from './clock-time.js';
import type { NowState } from './now-state.js';
import { type PieceProgress, STEPS } from './piece-progress.js';

export interface WorkView {
  readonly now: NowState;
  readonly control: ControlState;
  /** The time of the clock, in milliseconds. */
  readonly at: number;
}

/** What is worked on, how far it is, and why it stands still where it does: as many lines as there is room for. */
export function workLines(view: WorkView, width: number, height: number): Line[] {
  const { piece, pausedAt } = view.now;
  const work = piece === undefined ? idleLines(view, width) : pieceLines(piece, { ...view, pausedAt }, width);
  // What holds the work is never the line that there is no room for.
  const held = standstill(view, width).slice(0, MOST_HELD);
  return [...work.slice(0, height - held.length), ...held];
}

/** Lines for why it stands still: they stand where else the facts of the piece do. */
const MOST_HELD = 2;

interface Times {
  readonly at: number;
  readonly pausedAt: number | undefined;
}

function pieceLines(piece: PieceProgress, times: Times, width: number): Line[] {
  const { program, inputGroup, organization } = piece;
  const from: Segment[] =
    organization === undefined ? [] : [{ text: `  from ${cleanText(organization)}`, tone: 'muted' }];
  return [
    [{ text: cleanText(program), bold: true }, { text: ` / ${cleanText(inputGroup)}` }, ...from],
    stepsLine(piece),
    barLine(piece, width),
    timesLine(piece, times),
    factsLine(piece),
  ];
}

/** `✓ fetch  ✓ execute  ▸ prove  · verify  · send` */
function stepsLine({ step, phase }: PieceProgress): Line {
  const here = STEPS.indexOf(step);
  const steps = STEPS.map((name, at): Segment => {
    if (at < here) return { text: `✓ ${name}  `, tone: 'good' };
    if (at > here) return { text: `· ${name}  `, tone: 'muted' };
    return { text: `▸ ${name}  `, tone: 'accent', bold: true };
  });
  // Where the prover calls it as we do, once is enough.
  return phase === undefined || phase === step ? steps : [...steps, { text: `(${phase})`, tone: 'muted' }];
}

function barLine({ fraction }: PieceProgress, width: number): Line {
  const percent = fraction === undefined ? '   ?' : formatPercent(fraction).padStart(4);
  return [...bar(fraction, width - 5), { text: ` ${percent}`, bold: true }];
}

function timesLine({ beganAt, stepBeganAt, step, doneAt }: PieceProgress, { at, pausedAt }: Times): Line {
  const since = (then: number): string => wholeSeconds((at - then) / 1000);
  // While it stands still, what is left stays as it is.
  const leftOf = (done: number): string => wholeSeconds((done - (pausedAt ?? at)) / 1000);
  const left = doneAt === undefined ? 'time left not known' : `about ${leftOf(doneAt)} left`;
  return [
    { text: `${step} for ${since(stepBeganAt)}, ` },
    { text: left, bold: true },
    { text: `; ${since(beganAt)} in all`, tone: 'muted' },
  ];
}

function wholeSeconds(seconds: number): string {
  return seconds < 1 ? '0 s' : formatDuration(Math.round(seconds));
}

function factsLine({ steps, proveMemory, leaseUntil }: PieceProgress): Line {
  const facts = [
    ...(steps === undefined ? [] : [`${formatCount(steps)} steps`]),
    ...(proveMemory === undefined ? [] : [`takes about ${formatBytes(proveMemory)}`]),
    ...(leaseUntil === undefined ? [] : [`lease until ${clockTime(Date.parse(leaseUntil))}`]),
  ];
  return line(facts.join(' · '), { tone: 'muted' });
}

function idleLines({ now, control }: WorkView, width: number): Line[] {
  const wrap = (text: string, tone: Segment['tone'] = 'plain'): Line[] =>
    wrapText(text, width).map((part) => line(part, { tone: tone ?? 'plain' }));
  if (control.error !== undefined) {
    const lines = control.error.split('\n').flatMap((text) => wrap(cleanText(text), 'bad'));
    return [
      line('✗ The work has stopped', { tone: 'bad', bold: true }),
      ...lines.slice(0, 3),
      line('r tries again'),
    ];
  }
  if (!control.running) {
    return [
      line('■ Stopped', { bold: true }),
      ...wrap('What is finished is kept. r begins to work again; q quits.'),
    ];
  }
  if (now.reach === 'connected' && control.reasons.length > 0) {
    return [
      line('○ No work in hand', { bold: true }),
      ...wrap('It asks for some when nothing holds it any more.', 'muted'),
    ];
  }
  if (now.reach !== 'connected') {
    return [
      line(`… Looking for ${now.server}`, { bold: true }),
      ...wrap(cleanText(now.trouble ?? ''), 'warn'),
    ];
  }
  if (now.waitingUntil !== undefined) {
    return [
      line('○ No work now', { bold: true }),
      ...wrap(
        `Asks again by itself at ${clockTime(now.waitingUntil)}. See what there is under Browse.`,
        'muted',
      ),
    ];
  }
  return [line('… Asking for work', { bold: true })];
}

/** Why nothing is computed, or that the end is near. */
function standstill({ now, control }: WorkView, width: number): Line[] {
  if (!control.running) return [];
  const story = pauseStory(control);
  if (story !== undefined) {
    return wrapText(`‖ ${story}`, width).map((text) => line(text, { tone: 'warn', bold: true }));
  }
  if (!control.finishing || now.piece === undefined) return [];
  return [line('⏹ stops when this piece is done; f takes it back', { tone: 'warn' })];
}
