import { REASON_RULE, validateText } from '@cairn/shared-schema';
import { formatNumberOf } from '@cairn/tui-kit';
import { cleanText, line, type Question, useNotice, useOverlays } from '@cairn/tui-kit/screen';
import { hereOf } from '../../proofs/filter/match-row.js';
import type { InboxRow } from '../../proofs/inbox-row.js';
import { originOf } from '../../proofs/statement.js';
import { problemIn, problemOf } from '../problem-of.js';
import type { TriageWork } from './triage-work.js';

/** What can be done to proofs. */
export interface TriageActions {
  readonly verify: (rows: readonly InboxRow[], again: boolean) => void;
  /** @param isAll all that are shown were meant, not certain ones: those that cannot be confirmed are passed over */
  readonly confirm: (rows: readonly InboxRow[], isAll: boolean) => Promise<void>;
  readonly reject: (rows: readonly InboxRow[]) => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly toggleAutomatic: () => Promise<void>;
}

/** What can be done to proofs, and says what came of it. */
export function useTriage(work: TriageWork): TriageActions {
  const overlays = useOverlays();
  const notice = useNotice();
  const say = (text: string | undefined): void => {
    if (text !== undefined) notice(cleanText(text));
  };
  const decide = async (attempt: () => Promise<string | undefined>): Promise<void> => {
    try {
      say(await attempt());
    } catch (error) {
      say(problemOf(error));
    }
  };
  return {
    verify: (rows, again) => say(verify(work, rows, again)),
    confirm: (rows, isAll) => decide(() => confirm(work, overlays, rows, isAll)),
    reject: (rows) => decide(() => reject(work, overlays, rows)),
    undo: () => decide(() => undo(work)),
    async toggleAutomatic() {
      if (work.automatic.isOn.get()) return work.automatic.stop();
      if (await overlays.confirm(automaticQuestion())) work.automatic.start();
    },
  };
}

type Overlays = ReturnType<typeof useOverlays>;

// Each returns what the person should hear, where there is something to say.

function verify(work: TriageWork, rows: readonly InboxRow[], again: boolean): string | undefined {
  if (work.verifier.isRunning) return 'A verification is under way: X stops it';
  if (rows.length === 0) return 'All that are shown have a verdict';
  work.news.set(undefined);
  void work.verifier.verify(rows, again);
  return undefined;
}

async function confirm(
  work: TriageWork,
  overlays: Overlays,
  rows: readonly InboxRow[],
  isAll: boolean,
): Promise<string | undefined> {
  const valid = undecided(work, rows).filter((row) => hereOf(row) === 'valid');
  if (valid.length === 0) return whyNot(rows);
  const doubts = doubtsOf(valid);
  const isAsked = isAll || doubts.length > 0;
  if (isAsked && !(await overlays.confirm(confirmQuestion(valid.length, doubts)))) return undefined;
  await work.queue.add({ kind: 'confirm', keepProof: false }, idsOf(valid));
  work.mark(idsOf(valid), false);
  const left = rows.length - valid.length;
  return isAll || left === 0
    ? undefined
    : `${formatNumberOf(left, 'marked proof')} left: not found valid here`;
}

async function reject(
  work: TriageWork,
  overlays: Overlays,
  rows: readonly InboxRow[],
): Promise<string | undefined> {
  const chosen = undecided(work, rows);
  if (chosen.length === 0) return 'No proof that waits is chosen';
  const title = `Reject ${formatNumberOf(chosen.length, 'proof')}?`;
  const answers = await overlays.ask(title, [reasonField(chosen)]);
  if (answers === undefined) return undefined;
  await work.queue.add({ kind: 'reject', reason: answers.reason ?? '' }, idsOf(chosen));
  work.mark(idsOf(chosen), false);
  return undefined;
}

async function undo({ queue }: TriageWork): Promise<string> {
  const back = await queue.undo();
  return back === undefined
    ? 'Nothing to take back: the server has it'
    : `Taken back: ${formatNumberOf(back.proofIds.length, 'proof')}`;
}

const idsOf = (rows: readonly InboxRow[]): string[] => rows.map(({ proof }) => proof.id);

/** Those that wait, and on which nothing has been decided here. */
function undecided({ queue }: TriageWork, rows: readonly InboxRow[]): InboxRow[] {
  const held = new Set(queue.held.get().flatMap(({ decision }) => decision.proofIds));
  return rows.filter(({ proof }) => proof.state === 'SUBMITTED' && !held.has(proof.id));
}

function confirmQuestion(count: number, doubts: readonly string[]): Question {
  const lines = [
    ...doubts.map((text) => line(text, { tone: 'warn' })),
    line('Each is saved here first; the server then deletes its copy.'),
    line('For some seconds u takes it back.', { tone: 'muted' }),
  ];
  const title = `Confirm ${formatNumberOf(count, 'proof')}?`;
  return { title, lines, yes: 'Confirm', danger: doubts.length > 0 };
}

function automaticQuestion(): Question {
  const lines = [
    line('Every proof that waits, and every one that comes, is verified here.'),
    line('What is valid against your own files, and bound to its input, is confirmed.'),
    line('All else is left for you. It ends with this screen.', { tone: 'muted' }),
  ];
  return { title: 'Confirm what verifies?', lines, yes: 'Begin' };
}

function whyNot(rows: readonly InboxRow[]): string {
  if (rows.some((row) => hereOf(row) === 'invalid')) return 'Verification found it INVALID: x rejects it';
  if (rows.some(({ proof, verdict }) => proof.state === 'SUBMITTED' && verdict === undefined))
    return 'Not verified here yet: v verifies it';
  return 'No proof that waits is chosen';
}

/** What a person should know of proofs before they are confirmed. */
function doubtsOf(rows: readonly InboxRow[]): string[] {
  const believed = rows.filter(({ statement }) => originOf(statement) === 'server').length;
  const unbound = rows.filter(({ statement }) => statement.binding === 'none').length;
  return [
    ...(believed === 0 ? [] : [`${believed} verified on the server's word about program or input.`]),
    ...(unbound === 0 ? [] : [`${unbound} UNBOUND: they do not show which input they are of.`]),
  ];
}

function reasonField(rows: readonly InboxRow[]) {
  const verdict = rows[0]?.verdict;
  const check = problemIn((value) => validateText(value, 'the reason', REASON_RULE));
  const help = "The donor sees the reason. The server deletes the proof, and the donor's work is lost.";
  const initial = verdict?.valid === false ? `does not verify: ${verdict.reason}` : '';
  return { name: 'reason', label: 'Reason', initial, help, check };
}
