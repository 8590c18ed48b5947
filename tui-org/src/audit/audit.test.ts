import { generateKeyPairSync } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { publicKeyOf } from '@cairn/shared-schema';
import { findKey, type SigningKey } from '@cairn/tui-kit';
import { jest } from '@jest/globals';
import { Header } from 'tar';
import { EditableBundle, sha256 } from '../test/editable-bundle.js';
import { type LabWithResults, labWithResults } from '../test/lab-with-results.js';
import { labAt } from '../test/with-api.js';
import { auditBundle } from './audit-bundle.js';

jest.setTimeout(180_000);

let at: LabWithResults;
let bundle: string;
let key: SigningKey;
/** Somebody far away: no server, no folder of the organization's. */
let reader: ReturnType<typeof labAt>;

const otherKey = (): SigningKey => {
  const { privateKey } = generateKeyPairSync('ed25519');
  return { privateKey, publicKey: publicKeyOf(privateKey), isUnprotected: false };
};

beforeAll(async () => {
  at = await labWithResults();
  const { lab } = at;
  bundle = join(lab.folder, 'sums.bundle.tar');
  const exported = await lab.org('export', 'adding up', '--bundle', bundle);
  expect(exported).toMatchObject({ code: 0, stdout: expect.stringContaining('Wrote 2 rows to') });
  const [server = ''] = await readdir(join(lab.dataDir, 'servers'));
  const path = join(lab.dataDir, 'servers', server, 'organization-key.pem');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  key = (await findKey({ path, owner: '', program: '', without: '' })) ?? otherKey();
  reader = labAt('http://127.0.0.1:9', join(lab.folder, 'far-away'));
});

afterAll(() => at?.[Symbol.asyncDispose]());

/** The codes that the audit of a changed bundle tells. */
async function codesOf(changed: EditableBundle | Buffer, expectedKey?: string): Promise<string[]> {
  const path = join(at.lab.folder, 'changed.tar');
  if (changed instanceof EditableBundle) await changed.write(path);
  else await writeFile(path, changed);
  const { signal } = new AbortController();
  const { outcome, findings } = await auditBundle(path, { signal, expectedKey });
  expect(outcome).toBe(findings.length > 0 ? 'FAILED' : 'VERIFIED');
  for (const { message } of findings) expect(message).not.toBe('');
  return findings.map(({ code }) => code);
}

test('an untouched bundle verifies anywhere, and the same results make the same bytes', async () => {
  const audited = await reader('audit', bundle, '--expect-key', key.publicKey);
  expect(audited).toMatchObject({ code: 0, stdout: expect.stringContaining('VERIFIED: every result') });
  expect(audited.stdout).toMatch(/Results: +2 rows, 2 verified here/);
  const again = join(at.lab.folder, 'again.tar');
  await at.lab.org('export', 'adding up', '--bundle', again);
  expect(sha256(await readFile(again))).toBe(sha256(await readFile(bundle)));
  const { manifest } = await EditableBundle.read(bundle);
  expect(manifest.aggregates).toEqual([
    expect.objectContaining({ name: 'total', sum: -27, min: -30, max: 3 }),
  ]);
  const [json] = (await reader('audit', bundle, '--json')).records;
  expect(json).toMatchObject({ outcome: 'VERIFIED', signer: key.publicKey, verified: 2, findings: [] });
  const shown = (await at.lab.org('key', '--json')).records;
  expect(shown).toEqual([expect.objectContaining({ publicKey: key.publicKey })]);
});

type Change = (bundle: EditableBundle) => unknown;

/** What a stranger can do, who has not the organization's key. */
const BY_STRANGERS: [what: string, code: string, change: Change][] = [
  [
    'one output changed',
    'OUTPUT_CHANGED',
    (b) => b.rows(([row]) => Object.assign(row, { outputs: { total: 4 } })),
  ],
  ['one proof swapped', 'PROOF_SWAPPED', (b) => (b.at('proofs').bytes = b.at('proofs', 1).bytes)],
  ['one input edited', 'INPUT_EDITED', (b) => (b.at('inputs').bytes = Buffer.from('5\n'))],
  ['the manifest rewritten', 'MANIFEST_REWRITTEN', (b) => b.rewrite((m) => (m.program.name = 'Mine'))],
  ['another executable', 'EXECUTABLE_CHANGED', (b) => (b.at('executable').bytes = Buffer.from('{}'))],
  ['an entry missing', 'ENTRY_MISSING', (b) => b.entries.splice(b.entries.indexOf(b.at('inputs')), 1)],
  [
    'an entry added',
    'ENTRY_ADDED',
    (b) => b.entries.push({ path: `proofs/${'0'.repeat(64)}.bin`, bytes: Buffer.of(1) }),
  ],
  ['an entry twice', 'ENTRY_TWICE', (b) => b.entries.push(b.at('inputs'))],
  ['another order', 'MALFORMED', (b) => b.entries.push(...b.entries.splice(2, 1))],
  ['an unknown field', 'MANIFEST_INVALID', (b) => b.rewrite((m) => Object.assign(m, { more: 1 }))],
  [
    'a field twice',
    'MANIFEST_INVALID',
    (b) =>
      (b.at('manifest.json').bytes = Buffer.from(
        b.at('manifest.json').bytes.toString().replace('{', '{"cairnBundle":1,'),
      )),
  ],
  [
    'a manifest without an end',
    'MANIFEST_INVALID',
    (b) => (b.at('manifest.json').bytes = Buffer.from('['.repeat(200_000))),
  ],
  ['no manifest', 'ENTRY_MISSING', (b) => b.entries.shift()],
];

test.each(BY_STRANGERS)('%s is told as %s', async (_, code, change) => {
  const changed = await EditableBundle.read(bundle);
  change(changed);
  expect(await codesOf(changed)).toContain(code);
});

/** What the organization itself could do, with its key. */
const BY_THE_OWNER: [what: string, codes: string[], change: Change][] = [
  [
    'one output changed',
    ['OUTPUT_CHANGED'],
    (b) => b.rows(([row]) => Object.assign(row, { outputs: { total: 4 } })),
  ],
  [
    'two proofs exchanged',
    ['PROOF_SWAPPED', 'PROOF_SWAPPED'],
    (b) =>
      b.rows(
        (rows) => ([rows[0].proofSha256, rows[1].proofSha256] = [rows[1].proofSha256, rows[0].proofSha256]),
      ),
  ],
  [
    'one input edited',
    ['PROOF_SWAPPED'],
    (b) => {
      const old = b.at('inputs').path.slice(7, -4);
      b.at('inputs').bytes = Buffer.from('5\n');
      b.rows((rows) =>
        rows
          .filter((row) => row.inputSha256 === old)
          .map((row) => Object.assign(row, { inputSha256: sha256(Buffer.from('5\n')) })),
      );
    },
  ],
  [
    'a sum changed',
    ['AGGREGATE_WRONG'],
    (b) => b.rewrite((m) => Object.assign(m.aggregates[0] ?? {}, { sum: 0 })),
  ],
  ['a histogram changed', ['AGGREGATE_WRONG'], (b) => b.rewrite((m) => (m.histograms = []))],
  [
    'another program hash',
    ['WRONG_PROGRAM', 'WRONG_PROGRAM'],
    (b) => b.rewrite((m) => (m.program.programHash = '0x1')),
  ],
  [
    'a result twice',
    ['ROW_TWICE', 'AGGREGATE_WRONG', 'AGGREGATE_WRONG'],
    (b) => b.rows((rows) => rows.push(rows[0])).rewrite((m) => (m.results = 3)),
  ],
  [
    'an input that no result rests on',
    ['ENTRY_ADDED'],
    (b) => b.entries.push({ path: `inputs/${'0'.repeat(64)}.csv`, bytes: Buffer.from('7\n') }),
  ],
  [
    'an unknown field in a result',
    ['RESULTS_INVALID'],
    (b) => b.rows(([row]) => Object.assign(row, { more: 1 })),
  ],
];

test.each(BY_THE_OWNER)('%s and signed again is told as %s', async (_, codes, change) => {
  const changed = await EditableBundle.read(bundle);
  change(changed);
  expect(await codesOf(changed.resign(key), key.publicKey)).toEqual(codes);
});

test('a name in a bundle cannot pass for a line of the audit, nor drive a terminal', async () => {
  const changed = (await EditableBundle.read(bundle)).rewrite((m) => {
    m.program.name = 'x\nVERIFIED: all is well\u001b[2J';
  });
  const path = await changed.write(join(at.lab.folder, 'changed.tar'));
  const { code, stdout } = await reader('audit', path);
  expect(code).toBe(1);
  expect(stdout).not.toMatch(/^VERIFIED/mu);
  expect(stdout).not.toContain('\u001b');
});

test('signed by another key', async () => {
  const changed = (await EditableBundle.read(bundle)).resign(otherKey());
  expect(await codesOf(changed, key.publicKey)).toEqual(['OTHER_KEY']);
  expect(await codesOf(changed)).toEqual([]);
  const path = join(at.lab.folder, 'changed.tar');
  const audited = await reader('audit', path, '--expect-key', key.publicKey);
  expect(audited).toMatchObject({ code: 1, stdout: expect.stringContaining('it is signed by another key') });
  expect((await reader('audit', path)).stdout).toContain('whoever that is');
  expect(await reader('audit', path, '--expect-key', 'mine')).toMatchObject({ code: 2 });
});

function rawEntry(fields: ConstructorParameters<typeof Header>[0]): Buffer {
  const block = Buffer.alloc(512);
  new Header({
    type: 'File',
    mode: 0o644,
    uid: 0,
    gid: 0,
    mtime: new Date(0),
    size: 0,
    ...fields,
  } as object).encode(block);
  return block;
}

test.each<[string, (whole: Buffer) => Buffer]>([
  [
    'a link',
    (whole) =>
      Buffer.concat([
        rawEntry({ path: 'executable.json', type: 'SymbolicLink', linkpath: '/etc/passwd' }),
        whole,
      ]),
  ],
  ['a path that leads out', (whole) => Buffer.concat([rawEntry({ path: '../escape' }), whole])],
  [
    'a size beyond all bounds',
    (whole) => Buffer.concat([rawEntry({ path: 'results.ndjson', size: 2 ** 33 - 1 }), whole]),
  ],
  ['a compressed one', (whole) => gzipSync(whole)],
  ['one cut short', (whole) => whole.subarray(0, whole.length - 700)],
  ['something behind the end', (whole) => Buffer.concat([whole, Buffer.alloc(512)])],
  [
    'something in the padding',
    (whole) => Buffer.concat([rawEntry({ path: 'reducer.mjs', size: 1 }), Buffer.alloc(512, 1), whole]),
  ],
  ['nothing', () => Buffer.alloc(0)],
])('%s is no bundle', async (_, make) => {
  expect(await codesOf(make(await readFile(bundle)))).toEqual(['MALFORMED']);
});

test("a bundle with the organization's own reducer shows it as such, and nobody runs it", async () => {
  const { lab } = at;
  const reducer = join(lab.folder, 'mine.mjs');
  await writeFile(reducer, 'export default (rows) => rows.length * 10;');
  const path = join(lab.folder, 'reduced.tar');
  await lab.org('export', 'adding up', '--bundle', path, '--reducer', reducer);
  const audited = await reader('audit', path);
  expect(audited).toMatchObject({ code: 0 });
  expect(audited.stdout).toMatch(/REDUCER "mine\.mjs" .*\n.*no proof covers it, and no audit runs it:\n20\n/);
  const changed = await EditableBundle.read(path);
  const trap = join(lab.folder, 'trap');
  changed.at('reducer').bytes = Buffer.from(
    `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(trap)}, '');`,
  );
  expect(await codesOf(changed)).toEqual(['REDUCER_CHANGED']);
  await expect(stat(trap)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('a bundle without proofs is NOT VERIFIED, and changes are told all the same', async () => {
  const { lab } = at;
  const path = join(lab.folder, 'small.tar');
  const exported = await lab.org('export', 'adding up', '--bundle', path, '--without-proofs');
  expect(exported.stdout).toContain('nobody can verify it');
  expect((await stat(path)).size).toBeLessThan((await stat(bundle)).size / 2);
  const audited = await reader('audit', path, '--expect-key', key.publicKey);
  expect(audited).toMatchObject({ code: 3, stdout: expect.stringContaining('NOT VERIFIED') });
  expect(audited.stdout).toMatch(/Receipts: +of 2 rows, signed by [0-9a-f]{64}\n/);
  const changed = (await EditableBundle.read(path)).rows(([row]) =>
    Object.assign(row, { outputs: { total: 4 } }),
  );
  expect(await codesOf(changed)).toEqual(['RESULTS_CHANGED', 'AGGREGATE_WRONG', 'AGGREGATE_WRONG']);
  const receipts = changed.at('receipts').bytes.toString();
  changed.at('receipts').bytes = Buffer.from(
    receipts.replace('"organization":"Lab"', '"organization":"Bal"'),
  );
  expect(await codesOf(changed.resign(key))).toContain('RECEIPT_INVALID');
});
