import { Header } from 'tar';
import { headerBlock, paddingOf, readHeader } from './tar-form.js';

const head = { path: `inputs/${'a'.repeat(64)}.csv`, size: 1234 };

test('a header has one form, and is read back', () => {
  expect(readHeader(headerBlock(head))).toEqual(head);
  expect([0, 1, 512, 513].map(paddingOf)).toEqual([0, 511, 0, 511]);
});

test.each([
  ['SymbolicLink', 'is a symbolic link'],
  ['Link', 'is a link'],
  ['Directory', 'is a folder'],
  ['CharacterDevice', 'is a device'],
] as const)('refuses a %s', (type, problem) => {
  const block = Buffer.alloc(512);
  new Header({ ...head, type, mode: 0o644, linkpath: '/etc/passwd' }).encode(block);
  expect(readHeader(block)).toMatchObject({ problem: expect.stringContaining(problem) });
});

test.each([
  ['another mode', { mode: 0o755 }],
  ['a time', { mtime: new Date(1e12) }],
  ['an owner', { uid: 1000, uname: 'me' }],
  ['a path that leads out', { path: '../escape' }],
  ['an absolute path', { path: '/etc/passwd' }],
  ['an extension', { type: 'ExtendedHeader' as const }],
])('refuses %s', (_, more) => {
  const block = Buffer.alloc(512);
  const fields = { ...head, type: 'File' as const, mode: 0o644, uid: 0, gid: 0, mtime: new Date(0) };
  new Header({ ...fields, ...more }).encode(block);
  const found = readHeader(block);
  // A path that leads out has the right form: it is not one of a bundle's, which is asked elsewhere.
  if ('problem' in found) expect(found.problem).toContain('another form');
  else expect(found.path).toMatch(/^(\.\.|\/)/);
});

test('refuses what is no tar file at all', () => {
  for (const byte of [0x1f, 0x80, 0xff])
    expect(readHeader(Buffer.alloc(512, byte))).toMatchObject({ problem: expect.stringContaining('no tar') });
});

test('refuses a damaged header', () => {
  const block = headerBlock(head);
  block[0] = 0x41;
  expect(readHeader(block)).toMatchObject({ problem: expect.stringContaining('damaged') });
});
