import { belongsInArchive } from './archive-contents.js';

it.each([
  ['Scarb.toml', true],
  ['Scarb.lock', true],
  ['README.md', true],
  ['src/lib.cairo', true],
  ['src/deep/er.cairo', true],
  ['target/release/fold.executable.json', true],
  ['target/dev/other.executable.json', false],
  ['target/dev/fold.sierra.json', false],
  ['.git/config', false],
  ['docs/README.md', false],
  ['srcs/x', false],
  ['.env', false],
])('%s is packed: %s', (path, packed) => {
  expect(belongsInArchive(path, ['fold'])).toBe(packed);
});
