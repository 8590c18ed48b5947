import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ARCHIVE_LIMITS } from '@cairn/shared-schema';
import { create } from 'tar';
import type { ArchiveLimits } from './archive-limits.js';
import { buildEntry, buildTar, type HandMadeEntry, pax, paxRecord } from './test/build-tar.js';
import { unpackArchive } from './unpack-archive.js';

let work: string;

beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'cairn-archive-'));
});
afterEach(() => {
  rmSync(work, { recursive: true });
});

async function unpack(tar: Buffer, limits: Partial<ArchiveLimits> = {}): Promise<Record<string, string>> {
  const path = join(work, 'a.tar');
  writeFileSync(path, tar);
  const files = await unpackArchive(path, join(work, 'out'), { ...ARCHIVE_LIMITS, ...limits });
  return Object.fromEntries(
    [...files.keys()].map((name) => [name, readFileSync(join(work, 'out', name), 'utf8')]),
  );
}

const file = (name: string, body = 'x'): HandMadeEntry => ({ name, body });

describe('an honest archive', () => {
  it('is unpacked with private modes', async () => {
    const tar = buildTar([
      { name: './', type: '5' },
      { name: 'src/', type: '5' },
      file('src/lib.cairo'),
      file('./a', ''),
    ]);
    await expect(unpack(tar)).resolves.toEqual({ 'src/lib.cairo': 'x', a: '' });
    expect(statSync(join(work, 'out/src')).mode & 0o777).toBe(0o700);
    expect(statSync(join(work, 'out/src/lib.cairo')).mode & 0o777).toBe(0o600);
  });

  it.each(['gnu', 'posix', 'ustar', 'v7', 'oldgnu'])(
    'by the system tar in the format %s is read',
    async (format) => {
      const from = join(work, 'from');
      const long = format === 'v7' ? 'short' : `${'folder-of-a-long-name/'.repeat(5)}${'f'.repeat(60)}.cairo`;
      mkdirSync(join(from, 'src', long, '..'), { recursive: true });
      writeFileSync(join(from, 'src', long), 'z'.repeat(70_000));
      writeFileSync(join(from, 'Scarb.toml'), 'ü');
      execFileSync('tar', [`--format=${format}`, '-C', from, '-cf', join(work, 'sys.tar'), '.']);
      const tar = readFileSync(join(work, 'sys.tar'));
      await expect(unpack(tar)).resolves.toEqual({ [`src/${long}`]: 'z'.repeat(70_000), 'Scarb.toml': 'ü' });
    },
  );

  it('by the tar package, gzipped, is read', async () => {
    const from = join(work, 'from');
    mkdirSync(join(from, 'src'), { recursive: true });
    writeFileSync(join(from, 'src/lib.cairo'), 'mod a;');
    writeFileSync(join(from, 'Größe'), 'x');
    await create({ gzip: true, cwd: from, file: join(work, 'p.tar'), portable: true }, ['src', 'Größe']);
    await expect(unpack(readFileSync(join(work, 'p.tar')))).resolves.toEqual({
      'src/lib.cairo': 'mod a;',
      Größe: 'x',
    });
  });

  it('may name folders twice by what lies in them, in any order', async () => {
    const tar = buildTar([file('src/a'), { name: 'src', type: '5' }, file('src/b')]);
    await expect(unpack(tar)).resolves.toEqual({ 'src/a': 'x', 'src/b': 'x' });
  });

  it('may carry comments and times in extended headers', async () => {
    const tar = buildTar([pax({ comment: 'abc' }, 'g'), pax({ mtime: '1.5', path: 'src/ü' }), file('src/u')]);
    await expect(unpack(tar)).resolves.toEqual({ 'src/ü': 'x' });
  });
});

describe('a hostile archive', () => {
  const cases: [string, HandMadeEntry[], string][] = [
    ['a symbolic link', [{ name: 'a', type: '2', linkname: '/etc/passwd' }], 'entry "a" is a symbolic link'],
    ['a hard link', [file('a'), { name: 'b', type: '1', linkname: 'a' }], 'entry "b" is a link'],
    ['a GNU long link', [{ name: '././@LongLink', type: 'K', body: 'x' }], 'is a link'],
    ['a character device', [{ name: 'a', type: '3' }], 'is a device'],
    ['a block device', [{ name: 'a', type: '4' }], 'is a device'],
    ['a pipe', [{ name: 'a', type: '6' }], 'is a named pipe'],
    ['a contiguous file', [{ name: 'a', type: '7' }], 'unknown type "7"'],
    ['a sparse file', [{ name: 'a', type: 'S' }], 'is a sparse file'],
    ['an absolute path', [file('/etc/cron.d/x')], 'has an absolute path'],
    ['a path that leads out', [file('../x')], 'has ".."'],
    ['a path that leads out later', [file('src/../../x')], 'has ".."'],
    ['a path that leads out after a dot', [file('./../x')], 'has ".."'],
    ['a folder that leads out', [{ name: '..', type: '5' }], 'has ".."'],
    ['an empty part', [file('src//x')], 'has ".."'],
    ['a doubled absolute path', [file('.//etc/x')], 'has ".."'],
    ['a drive', [file('C:/x')], 'drive letter'],
    ['a drive without slash', [file('c:x')], 'drive letter'],
    ['backslashes', [file('..\\..\\x')], 'backslash'],
    ['a control character', [file('a\u001b[2Jb')], 'control'],
    ['a right-to-left override', [file('a\u202eb')], 'bidirectional'],
    ['a name that is not UTF-8', [{ name: Buffer.from([0x61, 0xff]) }], 'not UTF-8'],
    ['no name', [file('')], 'has no name'],
    ['a dot for a name', [file('.')], 'has no name'],
    ['a prefix that leads out', [{ ...file('x'), prefix: '..' }], 'has ".."'],
    ['an absolute prefix', [{ ...file('x'), prefix: '/etc' }], 'absolute path'],
    ['a long name that leads out', [{ name: 'L', type: 'L', body: '../x\0' }, file('a')], 'has ".."'],
    ['a long name with a zero byte', [{ name: 'L', type: 'L', body: 'a\0/../x\0' }, file('a')], 'zero byte'],
    ['an extended path that leads out', [pax({ path: '../x' }), file('a')], 'has ".."'],
    ['an extended path with a zero byte', [pax({ path: 'a\0b' }), file('a')], 'zero byte'],
    ['an empty extended path', [pax({ path: '' }), file('a')], 'empty name'],
    ['a global path', [pax({ path: 'b' }, 'g'), file('a')], 'gives one name or size to all entries'],
    [
      'two extended paths',
      [{ name: 'p', type: 'x', body: paxRecord('path', 'a') + paxRecord('path', 'b') }, file('c')],
      'two values of "path"',
    ],
    ['two extended headers', [pax({ path: 'a' }), pax({ path: 'b' }), file('c')], 'two extended headers'],
    [
      'both kinds of long name',
      [pax({ path: 'a' }), { name: 'L', type: 'L', body: 'b\0' }, file('c')],
      'two extended headers',
    ],
    ['an extended size', [pax({ size: '0' }), file('a')], 'two different sizes'],
    ['a global size', [pax({ size: '1' }, 'g'), file('a')], 'one name or size'],
    ['an extended link', [pax({ linkpath: '/etc/passwd' }), file('a')], '"linkpath"'],
    ['an extended sparse file', [pax({ 'GNU.sparse.name': '../x' }), file('a')], '"GNU.sparse.name"'],
    ['another encoding', [pax({ hdrcharset: 'BINARY' }), file('a')], '"hdrcharset"'],
    ['a record that is too short', [{ name: 'p', type: 'x', body: '5 path=abc\n' }, file('a')], 'malformed'],
    ['a record that is too long', [{ name: 'p', type: 'x', body: '500 path=abc\n' }, file('a')], 'malformed'],
    ['a record without a length', [{ name: 'p', type: 'x', body: 'path=abc\n' }, file('a')], 'malformed'],
    [
      'a huge extended header',
      [{ name: 'p', type: 'x', body: 'a'.repeat(20_000) }, file('a')],
      'expected at most 16384',
    ],
    ['an extended header for nothing', [pax({ path: 'a' })], 'ends after an extended header'],
    ['a file twice', [file('a'), file('a')], 'entry "a" is there twice'],
    ['a file twice, once with a dot', [file('a'), file('./a')], 'is there twice'],
    [
      'a folder twice',
      [
        { name: 'a', type: '5' },
        { name: 'a/', type: '5' },
      ],
      'is there twice',
    ],
    ['a file and a folder', [file('a'), { name: 'a', type: '5' }], 'is there twice'],
    ['a file over a folder', [file('a/b'), file('a')], 'is there twice'],
    ['a file that is a folder', [file('a'), file('a/b')], 'which is a file'],
    ['names that differ in case', [file('src/Lib'), file('src/lib')], 'only in upper and lower case'],
    ['folders that differ in case', [file('SRC/a'), file('src/b')], 'only in upper and lower case'],
    ['names that fold to the same', [file('straße'), file('STRASSE')], 'only in upper and lower case'],
    ['names in two normal forms', [file('\u00e9'), file('e\u0301')], 'only in upper and lower case'],
    ['a folder with a size', [{ name: 'a', type: '5', body: 'x' }], 'is a folder with a size'],
    ['an old folder with a size', [{ name: 'a/', body: 'x' }], 'is a folder with a size'],
    ['a negative size', [{ name: 'a', size: '-0000000001\0' }], 'no octal number'],
    ['a size in base 256', [{ name: 'a', size: '\u0080\0\0\0\0\0\0\0\0\0\0\u0001' }], 'no octal number'],
    ['a size with a tail', [{ name: 'a', size: '00000000001x' }], 'no octal number'],
    ['a wrong checksum', [{ ...file('a'), checksum: '000001\0 ' }], 'wrong checksum'],
    ['a deep path', [file(`${'a/'.repeat(16)}b`)], 'a path that is too long'],
    [
      'a long path',
      [{ name: 'L', type: 'L', body: `${'a/'.repeat(5)}${'b'.repeat(250)}\0` }, file('a')],
      'too long',
    ],
    ['a long part', [pax({ path: 'b'.repeat(300) }), file('a')], 'a part of its path that is too long'],
  ];

  it.each(cases)('with %s is refused', async (_what, entries, message) => {
    await expect(unpack(buildTar(entries))).rejects.toMatchObject({
      code: 'PROGRAM_INVALID',
      message: expect.stringContaining(message) as string,
    });
    expect(readdirSync(work).sort()).toEqual(['a.tar', 'out']);
  });

  const whole = buildTar([file('a', 'x'.repeat(600))]);
  it.each([
    ['nothing', Buffer.alloc(0), 'ends in the middle'],
    ['no tar', Buffer.from('PK\u0003\u0004'.repeat(200)), 'not a tar file'],
    ['half a header', whole.subarray(0, 300), 'ends in the middle'],
    ['half a body', whole.subarray(0, 1000), 'ends in the middle'],
    ['no end', whole.subarray(0, 1536), 'ends in the middle'],
    ['half an end', whole.subarray(0, 2048), 'ends in the middle'],
    ['a single zero block', Buffer.concat([whole.subarray(0, 2048), whole]), 'empty block'],
    ['a second archive', Buffer.concat([whole, whole]), 'something behind its end'],
    ['damaged gzip', Buffer.concat([gzipSync(whole).subarray(0, 40), Buffer.alloc(50, 7)]), 'damaged gzip'],
    ['half a gzip', gzipSync(whole).subarray(0, -12), 'gzip'],
    ['gzip within gzip', gzipSync(gzipSync(whole)), ''],
  ])('that is %s is refused', async (_what, tar, message) => {
    await expect(unpack(tar)).rejects.toMatchObject({
      code: 'PROGRAM_INVALID',
      message: expect.stringContaining(message) as string,
    });
  });

  it.each([
    [
      'too many entries',
      buildTar(Array.from({ length: 12 }, (_, index) => file(`f${index}`))),
      { maxEntries: 11 },
    ],
    ['a file that is too large', buildTar([file('a', 'x'.repeat(101))]), { maxFileBytes: 100 }],
    ['a size that is a lie', buildTar([{ name: 'a', size: '77777777777\0' }]), {}],
    [
      'too much in all',
      buildTar([file('a', 'x'.repeat(60)), file('b', 'x'.repeat(60))]),
      { maxTotalBytes: 100 },
    ],
  ])('with %s is refused', async (_what, tar, limits) => {
    await expect(unpack(tar, limits)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
  });

  it('that is a bomb is refused before it unfolds', async () => {
    const bomb = gzipSync(buildTar([file('a', 'x'.repeat(20_000_000))]));
    await expect(unpack(bomb)).rejects.toThrow('more than 100 times its size');
    expect(statSync(join(work, 'out/a')).size).toBeLessThan(4_000_000);
  });

  it('that never ends is refused', async () => {
    const flood = gzipSync(Buffer.concat([buildTar([file('a')]), Buffer.alloc(30_000_000)]));
    await expect(unpack(flood, { maxTotalBytes: 1000, maxEntries: 10, maxRatio: 1e9 })).rejects.toMatchObject(
      {
        code: 'FILE_TOO_LARGE',
      },
    );
  });

  it('of extended headers alone is refused', async () => {
    const headers = Array.from({ length: 300 }, () => buildEntry(pax({ comment: 'x' }, 'g')));
    await expect(unpack(buildTar([], Buffer.concat(headers)), { maxEntries: 100 })).rejects.toThrow(
      'too many extended headers',
    );
  });

  it('never makes more than a clear error, whatever byte is changed', async () => {
    const tar = buildTar([pax({ path: 'src/lib.cairo' }), file('a', 'mod a;'), { name: 'src', type: '5' }]);
    let seed = 11;
    for (let round = 0; round < 400; round += 1) {
      seed = (seed * 48271) % 2147483647;
      const changed = Buffer.from(tar);
      changed[seed % tar.length] = (seed >> 8) & 0xff;
      const path = join(work, 'm.tar');
      writeFileSync(path, changed);
      const outcome = await unpackArchive(path, join(work, `out${round}`), ARCHIVE_LIMITS).catch(
        (error: Error) => error.name,
      );
      expect(typeof outcome === 'string' ? outcome : 'unpacked').toMatch(/^(?:DomainError|unpacked)$/u);
    }
    expect(readdirSync(work).filter((name) => !/^(?:out\d+|m\.tar)$/u.test(name))).toEqual([]);
  });
});
