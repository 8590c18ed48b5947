import { z } from 'zod';
import type { ProverEvent } from '../answers/event.js';
import { OffProtocol } from '../run/off-protocol.js';
import { eventOf, excerpt, parseObject } from '../run/said.js';

/** What came of a job: exit code and answer, as the command alone gives them. */
export interface JobAnswer {
  exitCode: number;
  /** The answer, or `{"error":…}`. */
  answer: object;
}

/** A line of a worker. */
export type WorkerLine =
  | { kind: 'ready' }
  | { kind: 'event'; job: string; event: ProverEvent }
  | ({ kind: 'answer'; job: string } & JobAnswer)
  /** The last one of a worker that was asked to end, and what a newer one says besides. */
  | { kind: 'other' };

const job = z.string();
const exitCode = z.int().min(0).max(255);
const anything = z.looseObject({});
const answerLine = z.union([
  z
    .object({ job, exitCode, answer: anything })
    .transform(({ job, exitCode, answer }) => ({ job, exitCode, answer })),
  z
    .object({ job, exitCode, error: anything })
    .transform(({ job, exitCode, error }) => ({ job, exitCode, answer: { error } })),
]);

/** Reads a line of a worker. @throws OffProtocol when it is none. */
export function workerLine(line: string): WorkerLine {
  const said: { event?: unknown; job?: unknown } = parseObject(line);
  if (said.event === 'ready') return { kind: 'ready' };
  if (said.event === 'answer') {
    const parsed = answerLine.safeParse(said);
    if (parsed.success) return { kind: 'answer', ...parsed.data };
    throw new OffProtocol(`a malformed answer: ${excerpt(line)}`);
  }
  const event = eventOf(said, line);
  if (event !== undefined) {
    if (typeof said.job === 'string') return { kind: 'event', job: said.job, event };
    throw new OffProtocol(`an event of no job: ${excerpt(line)}`);
  }
  if (said.event !== undefined || 'served' in said) return { kind: 'other' };
  throw new OffProtocol(`neither an event nor an answer: ${excerpt(line)}`);
}
