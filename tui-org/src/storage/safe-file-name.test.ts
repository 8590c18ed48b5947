import { safeFileName } from './safe-file-name.js';

describe('safeFileName', () => {
  it('keeps a usual id', () => {
    expect(safeFileName('0192b3c4-aaaa_B')).toBe('0192b3c4-aaaa_B');
  });

  it.each(['../../x', '/etc/passwd', '..', '', 'a/b', 'a\u0000', 'x'.repeat(65)])(
    'replaces %j by its hash',
    (id) => {
      expect(safeFileName(id)).toMatch(/^id-[0-9a-f]{64}$/);
    },
  );
});
