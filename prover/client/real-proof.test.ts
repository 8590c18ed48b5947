import { readFile } from 'node:fs/promises';
import {
  commitInput,
  compilePackage,
  dryRun,
  type ExecutableFacts,
  type ExecutionResult,
  execute,
  inspectExecutable,
  inspectExecution,
  inspectProof,
  type ProofResult,
  ProverError,
  prove,
  verify,
  verifyMany,
} from './index.js';
import { failureOf } from './test/failure-of.js';
import { workshop } from './test/workshop.js';

/** One run of the real prover, from source to proof, that every test looks at. */
let shop: Awaited<ReturnType<typeof workshop>>;
let files: { executable: string; execution: string; proof: string; input: string };
let compiled: ExecutableFacts;
let ran: ExecutionResult;
let proven: ProofResult;
const prints: string[] = [];

beforeAll(async () => {
  shop = await workshop();
  const input = await shop.write('input.csv', '1, 2, 0x3\n');
  files = {
    executable: shop.at('sum.json'),
    execution: shop.at('execution'),
    proof: shop.at('proof'),
    input,
  };
  const { executable, execution, proof } = files;
  compiled = await compilePackage({ packageDir: shop.folder, output: executable });
  ran = await execute(
    { executable, input, output: execution },
    { onEvent: (event) => event.event === 'print' && prints.push(event.text) },
  );
  proven = await prove({ execution, output: proof }, { threads: 2, priority: 5 });
}, 120_000);

afterAll(async () => {
  await shop[Symbol.asyncDispose]();
});

test('the program ran on its input and printed', async () => {
  const commitment = await commitInput(files.input);
  expect(commitment.values).toBe(3);
  expect(ran.output).toEqual([commitment.inputCommitment, '0x6']);
  expect(prints.join('')).toContain('sum 6');
  const { bytes, sha256, seconds, estimate, ...facts } = ran;
  const tried = await dryRun({ ...files, expectedSteps: ran.steps });
  expect(tried).toMatchObject(facts);
  const { proveMemory, proveMemoryFast } = estimate;
  expect(tried.estimate).toMatchObject({ proveMemory, proveMemoryFast });
});

test('how long a proof takes was foretold', () => {
  expect(ran.estimate.proveSeconds).toBeGreaterThan(ran.estimate.tablesSeconds);
  expect(ran.estimate.tablesSeconds).toBeGreaterThan(0);
});

test('what is in a file is what its maker said', async () => {
  expect(await inspectExecutable(files.executable)).toEqual(compiled);
  expect(await inspectExecution(files.execution)).toMatchObject({ steps: ran.steps, bytes: ran.bytes });
  const { sha256, provenRows, output } = proven;
  expect(await inspectProof(files.proof)).toMatchObject({ sha256, provenRows, output });
});

test('the proof is valid for this program and this input', async () => {
  expect(proven).toMatchObject({ output: ran.output, steps: ran.steps, securityBits: 96 });
  expect(await verify(files)).toMatchObject({
    valid: true,
    bound: true,
    programHash: compiled.programHash,
    inputCommitment: ran.inputCommitment,
    output: ran.output,
    provenRows: proven.provenRows,
  });
});

test('of many proofs each gets its verdict', async () => {
  const other = await shop.write('many.csv', '1, 2, 5\n');
  const said: string[] = [];
  const outcomes = await verifyMany(
    [
      { id: 'missing', ...files, proof: shop.at('nowhere') },
      { id: 'other', ...files, input: other },
      { id: 'right', ...files },
    ],
    { threads: 2, onVerdict: ({ id }) => said.push(id) },
  );
  expect(outcomes).toMatchObject([
    { id: 'missing', failure: { code: 'FILE_UNREADABLE' } },
    { id: 'other', verdict: { valid: false, reason: 'WRONG_INPUT' } },
    { id: 'right', verdict: { valid: true, output: ran.output } },
  ]);
  expect(said.sort()).toEqual(['missing', 'other', 'right']);
});

test('it is not valid for another input, nor with bytes missing; a missing file is not judged', async () => {
  const other = await shop.write('other.csv', '1, 2, 4\n');
  expect(await verify({ ...files, input: other })).toMatchObject({ valid: false, reason: 'WRONG_INPUT' });
  const cut = await shop.write('cut.proof', (await readFile(files.proof, 'latin1')).slice(0, 1000));
  expect(await verify({ ...files, proof: cut })).toMatchObject({ valid: false, reason: 'MALFORMED' });
  await failureOf(verify({ ...files, proof: shop.at('nowhere') }), ProverError);
});
