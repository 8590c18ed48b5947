import { DownloadLinks } from './download-link.js';

const file = { sha256: 'a'.repeat(64), filename: 'proof.bin', contentType: 'application/octet-stream' };
let time = Date.parse('2026-01-01T00:00:00Z');
const links = new DownloadLinks('a secret for the links', () => new Date(time));

const tokenOf = (url: string) => url.replace('/files/', '');

describe('a download link', () => {
  it('gives back what was signed', () => {
    const url = links.sign(file);
    expect(url).toMatch(/^\/files\/[\w-]+\.[\w-]{43}$/u);
    expect(links.read(tokenOf(url))).toEqual(file);
  });

  it('ends after five minutes, also when more is asked for', () => {
    const token = tokenOf(links.sign(file, 3600));
    time += 299_000;
    expect(links.read(token)).toEqual(file);
    time += 1_000;
    expect(links.read(token)).toBeUndefined();
  });

  it('is void when a byte of it is changed', () => {
    const token = tokenOf(links.sign(file));
    for (let index = 0; index < token.length; index += 1) {
      const other = token[index] === 'A' ? 'B' : 'A';
      const changed = token.slice(0, index) + other + token.slice(index + 1);
      // The last characters of a base64 text may stand for the same bytes.
      if (
        Buffer.from(changed.split('.')[1] ?? '', 'base64url').equals(
          Buffer.from(token.split('.')[1] ?? '', 'base64url'),
        )
      ) {
        if (changed.split('.')[0] === token.split('.')[0]) continue;
      }
      expect(links.read(changed)).toBeUndefined();
    }
  });

  it.each(['', '.', 'a.b', 'a.b.c', '../../etc/passwd', 'x'.repeat(5000)])('is not %j', (token) => {
    expect(links.read(token)).toBeUndefined();
  });

  it('of another server is void', () => {
    const other = new DownloadLinks('another secret for links', () => new Date(time));
    expect(links.read(tokenOf(other.sign(file)))).toBeUndefined();
  });

  it('needs a stored file and a real secret', () => {
    expect(() => links.sign({ ...file, sha256: '../x' })).toThrow(TypeError);
    expect(() => new DownloadLinks('short', () => new Date())).toThrow(TypeError);
  });
});
