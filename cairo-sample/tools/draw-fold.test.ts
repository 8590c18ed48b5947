import { demoPlan } from './demo-plan.js';
import { drawFold, drawLegend } from './draw-fold.js';
import { parseMoves } from './moves.js';

const best = parseMoves('ENWNWWSWSEEN');

test('draws chain and contacts with round beads', () => {
  expect(drawFold(demoPlan.sequence, best)).toBe(
    ['    ○───●───○', '    │   ┊   │', '○───●┄┄┄●┄┄┄●───○', '│   ┊   │   ┊   │', '○───●───●┄┄┄◉───○'].join(
      '\n',
    ),
  );
});

test('draws the same in ASCII', () => {
  expect(drawFold(demoPlan.sequence, best, { unicode: false })).toBe(
    ['    P---H---P', '    |   :   |', 'P---H...H...H---P', '|   :   |   :   |', 'P---H---H...h---P'].join(
      '\n',
    ),
  );
});

test('a straight fold is one line, a fold to the south goes down', () => {
  expect(drawFold('PHP', parseMoves('WW'))).toBe('○───●───◎');
  expect(drawFold('PHP', parseMoves('SS'), { unicode: false })).toBe('p\n|\nH\n|\nP');
});

test('colours change nothing but colours', () => {
  const colored = drawFold(demoPlan.sequence, best, { color: true });
  const escapes = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'gu');
  expect(colored).toMatch(escapes);
  expect(colored.replace(escapes, '')).toBe(drawFold(demoPlan.sequence, best));
});

test('what is no fold is not drawn', () => {
  expect(() => drawFold('HPPHH', parseMoves('ENWS'))).toThrow('meets itself');
});

test('the legend has the marks of the drawing', () => {
  expect(drawLegend()).toBe('● H   ○ P   ◉ ◎ first bead   ┄┄┄ ┊ contact');
  expect(drawLegend({ unicode: false })).toBe('H H   P P   h p first bead   ... : contact');
});
