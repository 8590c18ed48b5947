import type { ProverEvent } from '@cairn/prover';
import { sanitizeForTerminal } from '@cairn/shared-schema';
import type { ReservedPiece } from './piece-of-work.js';
import { namesOf, type Workbench } from './workbench.js';

/** @returns what passes the prover's events on to whoever follows the donor */
export function followProver(
  bench: Workbench,
  piece: ReservedPiece,
  command: 'execute' | 'prove' | 'verify',
): (event: ProverEvent) => void {
  const names = namesOf(piece);
  return (event) => {
    if (event.event === 'phase') {
      bench.emit({ event: 'phase', command, phase: event.phase, seconds: event.seconds, ...names });
    } else if (event.event === 'print') {
      bench.emit({ event: 'print', text: sanitizeForTerminal(event.text, { keepLines: true }), ...names });
    }
  };
}
