import { cleanText, line, type Question } from '@cairn/tui-kit/screen';
import type { PieceProgress } from './now/piece-progress.js';

/** Asks before work that is under way is broken off, and names what is lost. */
export function quitQuestion({ program, inputGroup, step }: PieceProgress): Question {
  const what = `${cleanText(program)} / ${cleanText(inputGroup)}`;
  return {
    title: 'Quit in the middle of work?',
    lines: [
      line(what, { bold: true }),
      line(
        `What ${step === 'fetch' ? 'was fetched' : `this ${step} has done so far`} is lost, and the reservation goes back.`,
      ),
      line('Finished executions and proofs are kept for the next start.'),
      line('f on the page Now stops after this piece instead.', { tone: 'muted' }),
    ],
    yes: 'Quit',
    danger: true,
  };
}
