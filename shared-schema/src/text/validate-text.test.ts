import { nameKey, validateName, validateText } from './validate-text.js';

describe('names', () => {
  it.each(['a', 'Fold the chain', 'Ünïcödé 名前', 'x'.repeat(100), '😀'.repeat(100)])('takes %j', (name) => {
    expect(validateName(name)).toBe(name);
  });

  it.each([
    ['a line feed', 'a\nb', 'U+000A at position 2'],
    ['escape', '\u001b[31m', 'U+001B at position 1'],
    ['a C1 control', 'a\u009bb', 'U+009B'],
    ['delete', 'a\u007f', 'U+007F'],
    ['a right-to-left override', 'abc\u202etxt', 'U+202E at position 4'],
    ['an isolate', '\u2066a', 'U+2066'],
    ['a zero-width space', 'a\u200bb', 'U+200B'],
    ['a byte order mark', '\ufeffa', 'U+FEFF'],
    ['a soft hyphen', 'a\u00adb', 'U+00AD'],
    ['a Hangul filler', 'a\u3164', 'U+3164'],
    ['a tag', 'a\u{e0041}', 'U+E0041'],
    ['a variation selector', 'a\ufe0f', 'U+FE0F'],
    ['a lone surrogate', '😀\ud800', 'U+D800 at position 2'],
    ['a line separator', 'a\u2028b', 'U+2028'],
  ])('refuses %s and says where', (_what, name, where) => {
    expect(() => validateName(name)).toThrow(where);
  });

  it.each([
    ['', '0 characters'],
    ['x'.repeat(101), '101 characters'],
    [' a', 'white space'],
    [`a${'\u0316'.repeat(5)}`, 'more than four accents'],
    ['a\u3000', 'white space'],
    ['\ufdfa'.repeat(12), 'signs that stand for many letters'],
  ])('refuses %j', (name, found) => {
    expect(() => validateName(name, 'program name')).toThrow(`program name: found ${found}`);
  });

  it('brings equal texts to one form', () => {
    expect(validateName('e\u0301')).toBe('\u00e9');
    expect(nameKey('FOLD')).toBe(nameKey('fold'));
    expect(nameKey('ｆｏｌｄ')).toBe('fold');
  });

  it('takes an empty description but not a longer one than the rule says', () => {
    expect(validateText('', 'description', { min: 0, max: 3 })).toBe('');
    expect(() => validateText('abcd', 'description', { min: 0, max: 3 })).toThrow('4 characters');
  });
});
