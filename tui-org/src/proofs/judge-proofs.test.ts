import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@cairn/tui-kit/test';
import { openTestWorkplace } from '../test/open-test-workplace.js';
import { knownProof, validVerdict } from '../test/proof-facts.js';
import { EvidenceFiles } from './evidence-files.js';
import { judgeProofs } from './judge-proofs.js';
import { verdictLabel } from './proof-labels.js';

/** A workplace that keeps all three files of a proof; none of them is anything that can be verified. */
async function setUp() {
  const folder = await temporaryFolder();
  const { place } = await openTestWorkplace(folder.path);
  const keep = async (store: typeof place.proofFiles, text: string) => {
    const source = join(folder.path, 'source');
    await writeFile(source, text);
    return store.put(source);
  };
  const own = async (store: typeof place.proofFiles, text: string) =>
    ({ sha256: await keep(store, text), origin: 'own' }) as const;
  const known = knownProof({ verdict: undefined });
  const statement = {
    ...known.statement,
    executable: await own(place.executables, '{}'),
    input: await own(place.inputFiles, '1,2'),
  };
  const proof = { ...known.proof, sha256: await keep(place.proofFiles, 'no proof') };
  const files = new EvidenceFiles(place);
  const dispose = () => folder[Symbol.asyncDispose]();
  return { place, files, known: { ...known, proof, statement }, [Symbol.asyncDispose]: dispose };
}

test('what is not judged is not called invalid, and nothing is remembered of it', async () => {
  await using at = await setUp();
  const [judged] = await judgeProofs(at.place, [at.known], { files: at.files, again: false });
  expect(judged).toMatchObject({ verdict: undefined, problem: { code: 'EXECUTABLE_INVALID' } });
  expect(judged && verdictLabel(judged)).toMatch(/^not judged: /);
  expect(await at.place.verdicts.find(at.known.proof.sha256, at.known.statement)).toBeUndefined();
});

test('what was verified before is not verified again, unless asked', async () => {
  await using at = await setUp();
  const known = { ...at.known, verdict: validVerdict };
  expect(await judgeProofs(at.place, [known], { files: at.files, again: false })).toMatchObject([
    { verdict: validVerdict, disputes: [] },
  ]);
  expect(await judgeProofs(at.place, [known], { files: at.files, again: true })).toMatchObject([
    { problem: { code: 'EXECUTABLE_INVALID' } },
  ]);
});

test('of several each is told of as it is done, and all come back in their order', async () => {
  await using at = await setUp();
  const gone = { ...at.known, proof: { ...at.known.proof, id: 'gone', sha256: 'f'.repeat(64), url: null } };
  const known = { ...at.known, verdict: validVerdict };
  const told: string[] = [];
  const onJudged = ({ proof }: { proof: { id: string } }) => told.push(proof.id);
  const judged = await judgeProofs(at.place, [at.known, gone, known], {
    files: at.files,
    again: false,
    onJudged,
  });
  expect(judged).toMatchObject([
    { problem: { code: 'EXECUTABLE_INVALID' } },
    { problem: { code: 'FILE_GONE' } },
    { verdict: validVerdict },
  ]);
  expect(told).toHaveLength(3);
  expect(told).toContain('gone');
});
