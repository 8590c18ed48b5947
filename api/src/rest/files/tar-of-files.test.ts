import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type TarMember, tarOfFiles } from './tar-of-files.js';

const NOON = new Date('2026-01-01T12:00:00Z');

function member(name: string, content: string, size = content.length): TarMember {
  return { name, size, body: Readable.from([Buffer.from(content)]) };
}

describe('a tar of files', () => {
  it.each([0, 1, 511, 512, 513, 100_000])('with %i bytes is read by the system tar', async (length) => {
    const folder = mkdtempSync(join(tmpdir(), 'cairn-tar-'));
    const { size, body } = tarOfFiles(
      [member('program.tar', 'x'.repeat(length)), member('input.csv', '1,2')],
      NOON,
    );
    const bytes = await buffer(body);
    expect(bytes).toHaveLength(size);
    writeFileSync(join(folder, 'a.tar'), bytes);
    execFileSync('tar', ['-C', folder, '-xf', join(folder, 'a.tar')], { stdio: 'pipe' });
    expect(readFileSync(join(folder, 'program.tar'))).toHaveLength(length);
    expect(readFileSync(join(folder, 'input.csv'), 'utf8')).toBe('1,2');
    rmSync(folder, { recursive: true });
  });

  it('breaks off when a file is not as long as it was', async () => {
    const { body } = tarOfFiles([member('a', 'abc', 4)], NOON);
    await expect(buffer(body)).rejects.toThrow('A stored file has 3 bytes, expected 4.');
  });

  it('lets go of its files when the reader leaves', async () => {
    const members = [member('a', 'abc'), member('b', 'abc')];
    const { body } = tarOfFiles(members, NOON);
    const closed = new Promise((resolve) => members[1]?.body.once('close', resolve));
    body.destroy();
    await closed;
    expect(members.map((one) => one.body.destroyed)).toEqual([true, true]);
  });

  it('refuses a name that does not fit', () => {
    const { body } = tarOfFiles([member('n'.repeat(300), 'abc')], NOON);
    return expect(buffer(body)).rejects.toThrow(RangeError);
  });
});
