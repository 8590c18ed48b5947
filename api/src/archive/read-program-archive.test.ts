import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readProgramArchive } from './read-program-archive.js';
import { buildTar, type HandMadeEntry } from './test/build-tar.js';

let work: string;

beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'cairn-program-'));
});
afterEach(() => {
  rmSync(work, { recursive: true });
});

const MANIFEST = '[package]\nname = "fold"\n[dependencies]\ncairo_execute = "2.15.0"\n';

async function read(files: Record<string, string | Buffer>) {
  const entries: HandMadeEntry[] = Object.entries(files).map(([name, body]) => ({ name, body }));
  writeFileSync(join(work, 'a.tar'), buildTar(entries));
  return readProgramArchive(join(work, 'a.tar'), join(work, 'out'));
}

describe('a program archive', () => {
  it('is found at the top', async () => {
    const archive = await read({ 'Scarb.toml': MANIFEST, 'src/lib.cairo': '', 'README.md': '# Fold' });
    expect(archive).toMatchObject({
      packageFolder: join(work, 'out'),
      readme: '# Fold',
      executablePath: undefined,
    });
    expect(archive.manifest.packageName).toBe('fold');
  });

  it('is found in the only folder, past companion files', async () => {
    const archive = await read({
      '._fold': '',
      'fold/._Scarb.toml': '',
      'fold/Scarb.toml': MANIFEST,
      'fold/src/lib.cairo': '',
    });
    expect(archive.packageFolder).toBe(join(work, 'out/fold'));
    expect(archive.readme).toBeUndefined();
  });

  it.each([
    [['target/dev/fold.executable.json', 'target/release/fold.executable.json'], 'release/fold'],
    [['target/dev/fold.executable.json'], 'dev/fold'],
    [['target/x/y/fold.executable.json', 'target/fold.sierra.json'], 'x/y/fold'],
  ])('with %j brings its executable', async (paths, chosen) => {
    const archive = await read({
      'Scarb.toml': MANIFEST,
      ...Object.fromEntries(paths.map((path) => [path, '{}'])),
    });
    expect(archive.executablePath).toBe(join(work, `out/target/${chosen}.executable.json`));
  });

  it('with registry dependencies is taken with its executable', async () => {
    const files = {
      'Scarb.toml': `${MANIFEST}alexandria = "1"`,
      'target/release/fold.executable.json': '{}',
    };
    await expect(read(files)).resolves.toHaveProperty(
      'executablePath',
      expect.stringContaining('fold.executable.json'),
    );
  });

  it('may be a workspace of which one member is a program', async () => {
    const files = {
      'w/Scarb.toml': '[workspace]\nmembers = ["crates/*"]',
      'w/README.md': '# All',
      'w/crates/fold/Scarb.toml': `${MANIFEST}[executable]\n[tool.cairn]\ninput-binding = "echo"`,
      'w/crates/fold/src/lib.cairo': '',
      'w/crates/math/Scarb.toml': '[package]\nname = "math"',
      'w/other/Scarb.toml': '[package]\nname = "other"\n[executable]',
    };
    const archive = await read(files);
    expect(archive).toMatchObject({ packageFolder: join(work, 'out/w'), readme: '# All' });
    expect(archive.manifest).toMatchObject({ packageName: 'fold', inputBinding: 'echo' });
  });

  const several = { 'target/a/fold.executable.json': '', 'target/b/fold.executable.json': '' };
  it.each<[string, Record<string, string | Buffer>, string]>([
    ['no files', {}, 'has no Scarb.toml: found no files'],
    ['no manifest', { 'src/lib.cairo': '' }, 'found src, expected Scarb.toml'],
    [
      'two folders',
      { 'a/Scarb.toml': MANIFEST, 'b/Scarb.toml': MANIFEST },
      'found a, b, expected Scarb.toml',
    ],
    ['a deeper manifest', { 'a/b/Scarb.toml': MANIFEST }, 'found a, expected'],
    ['a broken manifest', { 'Scarb.toml': '[package' }, 'Scarb.toml, line 1'],
    ['a manifest that is not UTF-8', { 'Scarb.toml': Buffer.from([0x23, 0xff]) }, 'is not UTF-8'],
    [
      'a huge manifest',
      { 'Scarb.toml': `#${'x'.repeat(65_536)}` },
      'found 65537 bytes, expected at most 65536',
    ],
    [
      'a huge README',
      { 'Scarb.toml': MANIFEST, 'src/lib.cairo': '', 'README.md': 'x'.repeat(65_537) },
      'README.md: found',
    ],
    ['no sources', { 'Scarb.toml': MANIFEST }, 'has no src/lib.cairo and no built executable'],
    ['several executables', { 'Scarb.toml': MANIFEST, ...several }, 'has several executables'],
    [
      'a workspace without a program',
      { 'Scarb.toml': '[workspace]\nmembers = ["a"]', 'a/Scarb.toml': MANIFEST },
      "The workspace's programs: found none",
    ],
    [
      'a workspace of two programs',
      {
        'Scarb.toml': '[workspace]\nmembers = ["*"]',
        'a/Scarb.toml': `${MANIFEST}[executable]`,
        'b/Scarb.toml': `${MANIFEST}[[target.executable]]`,
      },
      "The workspace's programs: found a, b",
    ],
  ])('with %s is refused', async (_what, files, message) => {
    await expect(read(files)).rejects.toMatchObject({
      code: 'PROGRAM_INVALID',
      message: expect.stringContaining(message) as string,
    });
  });
});
