import { drawFold, drawLegend } from '../draw-fold.js';
import { parseMoves } from '../moves.js';
import { scoreFold } from '../score-fold.js';
import { type Command, required } from './command.js';
import { drawOptions } from './draw-options.js';

export const drawCommand: Command = {
  options: { sequence: 'HPPH…', moves: 'ENNW…' },
  flags: ['ascii'],
  summary: 'Draws a fold.',
  async run(values, terminal) {
    const sequence = required(values, 'sequence');
    const moves = parseMoves(required(values, 'moves'));
    const options = drawOptions(values, terminal);
    const { energy } = scoreFold(sequence, moves);
    terminal.stdout.write(
      `${drawFold(sequence, moves, options)}\n\n${drawLegend(options)}\nenergy ${energy}\n`,
    );
    return 0;
  },
};
