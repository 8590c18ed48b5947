import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { writePackage } from './test/cairo-package.js';
import { donate } from './test/donate.js';
import { lyingServer } from './test/lying-server.js';
import { labAt, startLab } from './test/with-api.js';

jest.setTimeout(180_000);

interface ShownProof {
  sha256: string;
  url: string;
  output: string[];
  inputBinding: string;
  inputGroup: { inputSha256: string; program: { inputBinding: string } };
}

/** Applies a change to each proof of an answer. */
const toProofs =
  (change: (proof: ShownProof, all: ShownProof[]) => void) => (data: Record<string, unknown>) => {
    const { proofs } = data as { proofs?: { nodes: ShownProof[] } };
    for (const proof of proofs?.nodes ?? []) change(proof, proofs?.nodes ?? []);
  };

/** An organization whose server begins to lie after two honest proofs have come in. */
async function setUp() {
  await using stack = new AsyncDisposableStack();
  const lab = stack.use(await startLab());
  const liar = stack.use(await lyingServer(lab.url));
  const org = labAt(liar.url, join(lab.folder, 'data'));
  await org('login', '--username', 'lab');
  const packageDir = await writePackage(join(lab.folder, 'package'));
  const publish = ['publish', packageDir, '--lease', '10m', '--json', '--name'];
  const programId = String((await org(...publish, 'Adding up')).records[0]?.id);
  await writeFile(join(lab.folder, 'first.csv'), '1,2\n');
  await writeFile(join(lab.folder, 'second.csv'), '30\n');
  await org('add-inputs', programId, lab.folder);
  for (let group = 0; group < 2; group++) await donate(lab.url, programId, lab.folder);
  const owned = stack.move();
  return { liar, org, publish, programId, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

test('a server that lies is found out, and never believed where this machine knows better', async () => {
  await using at = await setUp();
  const { liar, org } = at;

  liar.lies = { answer: (data) => Object.assign(data.uploadProgram ?? {}, { programHash: '0xbad' }) };
  const published = await org(...at.publish, 'Another');
  expect(published).toMatchObject({ code: 2, records: [{ error: { code: 'PROGRAM_HASH_DIFFERS' } }] });
  expect(published.stderr).toContain('WARNING: THE SERVER OFFERS ANOTHER PROGRAM THAN THE ONE COMPILED HERE');

  // One group's proof is shown as another's too: it is a valid proof, but not of that input.
  const first = (proof: ShownProof, all: ShownProof[]) => {
    const { sha256 = '', url = '' } = all[0] ?? {};
    Object.assign(proof, { sha256, url });
  };
  liar.lies = { answer: toProofs(first) };
  const swapped = await org('verify', '--all', '--json');
  expect(swapped).toMatchObject({
    code: 1,
    records: expect.arrayContaining([
      expect.objectContaining({ verdict: expect.objectContaining({ valid: true }) }),
      expect.objectContaining({ verdict: expect.objectContaining({ valid: false, reason: 'WRONG_INPUT' }) }),
    ]),
  });

  // A file that was altered on its way is no invalid proof: nothing is judged, and nobody is rejected for it.
  liar.lies = {
    file: (bytes) => Buffer.from(bytes.map((byte, index) => (index === 5000 ? byte ^ 1 : byte))),
  };
  const altered = await org('verify', '--all');
  expect(altered.code).toBe(4);
  expect(altered.stdout).toMatch(/1 valid, 0 invalid, 1 not judged/);
  liar.lies = {};
  expect((await org('verify', '--all')).stdout).toContain('2 valid, 0 invalid, 0 not judged.');

  // Other outputs, another binding, another input: what was verified here stands.
  const lie = toProofs((proof) => {
    proof.output = [proof.output[0] ?? '', '0x7'];
    proof.inputGroup.inputSha256 = 'f'.repeat(64);
    proof.inputGroup.program.inputBinding = 'NONE';
  });
  liar.lies = { answer: lie };
  const again = await org('verify', '--all', '--again');
  expect(again).toMatchObject({ code: 0, stdout: expect.stringMatching(/valid +poseidon +96 +own files/) });
  expect(again.stderr).toMatch(
    /WARNING: THE SERVER SHOWS PROOF .* WRONGLY: output: the server says .* 0x7, /,
  );
  await org('confirm', '--all-verified', '--yes');
  const results = await org('results', at.programId);
  expect(results.stdout).toMatch(/total +i64 +2 +3 +30 +33 +16.5/);
  expect(results.stderr).toContain('WRONGLY');

  // Results that are left out are missed; one that is shown twice counts once.
  liar.lies = {
    answer: (data) => {
      const { proofs } = data as { proofs?: { nodes: ShownProof[] } };
      if (proofs) proofs.nodes = proofs.nodes.slice(0, 1).flatMap((proof) => [proof, proof]);
    },
  };
  const fewer = await org('results', at.programId);
  expect(fewer.stdout).toContain('1 confirmed results: 1 verified here.');
  expect(fewer.stderr).toContain('Without a confirmed result: 1 of 2 input groups that came from here.');
});
