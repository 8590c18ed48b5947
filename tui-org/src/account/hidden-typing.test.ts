import { NOTHING_TYPED, typeHidden } from './hidden-typing.js';

const type = (...pieces: string[]) => pieces.reduce(typeHidden, NOTHING_TYPED);

describe('typeHidden', () => {
  it('collects what is typed until Enter', () => {
    expect(type('se', 'cret')).toMatchObject({ answers: [], typed: 'secret' });
    expect(type('secret\r')).toMatchObject({ answers: ['secret'], typed: '' });
  });

  it('gives what follows an Enter to the next question', () => {
    expect(type('one\rtwo\n').answers).toEqual(['one', 'two']);
  });

  it('erases whole characters and whole lines', () => {
    expect(type('pä🦊\u007f\u007f\r').answers).toEqual(['p']);
    expect(type('wrong\u0015right\r').answers).toEqual(['right']);
    expect(type('\u007fa\r').answers).toEqual(['a']);
  });

  it('leaves arrow keys and paste marks out of the password', () => {
    expect(type('a\u001b[Db\u001bOA\u001b[200~c\u001b[201~\u0001\r').answers).toEqual(['abc']);
  });

  it('is cancelled by Ctrl-C, and by Ctrl-D where nothing was typed', () => {
    expect(type('abc\u0003\r')).toMatchObject({ cancelled: true, answers: [] });
    expect(type('\u0004').cancelled).toBe(true);
    expect(type('abc\u0004\r')).toMatchObject({ cancelled: false, answers: ['abc'] });
  });
});
