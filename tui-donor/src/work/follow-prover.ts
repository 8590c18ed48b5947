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
    switch (event.event) {
      case 'phase':
        bench.emit({ event: 'phase', command, phase: event.phase, seconds: event.seconds, ...names });
        break;
      case 'progress':
        bench.emit({ ...event, command, ...names });
        break;
      case 'print':
        bench.emit({ event: 'print', text: sanitizeForTerminal(event.text, { keepLines: true }), ...names });
        break;
      case 'restarted':
        bench.emit({ event: 'restarted', command, why: event.why, ...names });
    }
  };
}
