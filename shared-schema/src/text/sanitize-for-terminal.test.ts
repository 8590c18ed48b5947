import { forbiddenCharacter } from './forbidden-characters.js';
import { sanitizeForTerminal } from './sanitize-for-terminal.js';

describe('texts on their way to a terminal', () => {
  it.each([
    ['plain', 'fold it', 'fold it'],
    ['colours', '\u001b[31;1mred\u001b[0m', 'red'],
    ['a title', '\u001b]0;owned\u0007x', 'x'],
    ['a link', '\u001b]8;;http://evil\u001b\\click\u001b]8;;\u001b\\', 'click'],
    ['a clipboard write', 'a\u001b]52;c;ZXZpbA==\u0007b', 'ab'],
    ['8-bit sequences', '\u009b2Ja\u009d0;t\u009cb', 'ab'],
    ['an open title', '\u001b]0;never closed', '0;never closed'],
    ['a device control string', '\u001bPq#0\u001b\\x', 'x'],
    ['doubled escapes', '\u001b\u001b[2Jx', 'x'],
    ['an escape inside an escape', '\u001b\u001b[[31mx', '31mx'],
    ['a character set', '\u001b(0lqk', 'lqk'],
    ['a lone escape', 'end\u001b', 'end'],
    ['backspaces', 'safe\u0008\u0008\u0008\u0008evil', 'safeevil'],
    ['bidi', 'a\u202eb\u2066c', 'abc'],
    ['piles of accents', `a${'\u0316'.repeat(50)}b`, `a${'\u0316'.repeat(4)}b`],
    ['zero width', 'a\u200bb\ufeffc', 'abc'],
    ['line breaks', 'a\r\nb\tc\rd\u2028e', 'a b c d e'],
  ])('cleans %s', (_what, text, clean) => {
    expect(sanitizeForTerminal(text)).toBe(clean);
  });

  it('keeps lines and tabs when asked, never a lone carriage return', () => {
    expect(sanitizeForTerminal('a\r\n\tb\rc\u001b[2K', { keepLines: true })).toBe('a\n\tbc');
  });

  it('leaves nothing forbidden, whatever comes in', () => {
    const alphabet = [
      '\u001b',
      '[',
      ']',
      'P',
      '\\',
      '\u0007',
      '0',
      ';',
      'm',
      '\u009b',
      '\u009c',
      '\u202e',
      'a',
      '\ud800',
    ];
    let seed = 7;
    for (let round = 0; round < 2000; round += 1) {
      let text = '';
      for (let index = 0; index < 12; index += 1) {
        seed = (seed * 48271) % 2147483647;
        text += alphabet[seed % alphabet.length];
      }
      expect(forbiddenCharacter().test(sanitizeForTerminal(text))).toBe(false);
    }
  });

  it.each(['\u001b]', '\u009d', '\u001b[', '\u001b[0;', '\u001bP\u001b'])(
    'ends soon on many of %j',
    (part) => {
      expect(sanitizeForTerminal(part.repeat(200_000))).not.toContain(part);
    },
  );
});
