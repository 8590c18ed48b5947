import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  commitInput,
  compilePackage,
  dryRun,
  execute,
  inspectExecutable,
  inspectExecution,
  inspectProof,
  ProverCancelled,
  type ProverChild,
  ProverError,
  ProverTimeout,
  prove,
  verify,
} from './index.js';
import { failureOf } from './test/failure-of.js';
import { temporaryFolder } from './test/fake-prover.js';

const source = `
use core::poseidon::poseidon_hash_span;

#[executable]
fn main(input: Array<felt252>) -> (felt252, felt252) {
    let mut sum = 0;
    for value in input.span() {
        sum += *value;
    }
    if sum == 13 {
        loop {}
    }
    assert!(sum != 7, "unlucky");
    println!("sum {sum}");
    (poseidon_hash_span(input.span()), sum)
}
`;
const manifest = '[package]\nname = "sum"\nversion = "0.1.0"\nedition = "2024_07"\n\n[[target.executable]]\n';

/** A small program, compiled, and inputs to run it on. */
async function workshop() {
  const folder = await temporaryFolder();
  const at = (name: string) => join(folder.path, name);
  await mkdir(at('src'));
  await writeFile(at('Scarb.toml'), manifest);
  await writeFile(at('src/lib.cairo'), source);
  const write = async (name: string, text: string) => {
    await writeFile(at(name), text);
    return at(name);
  };
  return { at, write, folder: folder.path, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}

test('a program goes the whole way, and each command tells what the others do', async () => {
  await using shop = await workshop();
  const { at } = shop;
  const [executable, execution, proof] = [at('sum.json'), at('sum.execution'), at('sum.proof')];
  const input = await shop.write('input.csv', '1, 2, 0x3\n');
  const compiled = await compilePackage({ packageDir: shop.folder, output: executable });
  expect(await inspectExecutable(executable)).toEqual(compiled);
  const commitment = await commitInput(input);
  expect(commitment.values).toBe(3);

  const prints: string[] = [];
  const ran = await execute(
    { executable, input, output: execution },
    { onEvent: (event) => event.event === 'print' && prints.push(event.text) },
  );
  expect(prints.join('')).toContain('sum 6');
  expect(ran).toMatchObject({
    output: [commitment.inputCommitment, '0x6'],
    programHash: compiled.programHash,
  });
  const { bytes, sha256, seconds, ...facts } = ran;
  expect(await dryRun({ executable, input })).toMatchObject(facts);
  expect(await inspectExecution(execution)).toMatchObject({ steps: ran.steps, bytes });
  expect([sha256.length, seconds < 60]).toEqual([64, true]);

  const proven = await prove({ execution, output: proof }, { threads: 2, priority: 5 });
  expect(proven).toMatchObject({ output: ran.output, steps: ran.steps, securityBits: 96 });
  expect(await inspectProof(proof)).toMatchObject({ sha256: proven.sha256, provenRows: proven.provenRows });
  expect(await verify({ proof, executable, input })).toMatchObject({
    valid: true,
    bound: true,
    programHash: compiled.programHash,
    inputCommitment: commitment.inputCommitment,
    output: ran.output,
    provenRows: proven.provenRows,
  });

  const other = await shop.write('other.csv', '1, 2, 4\n');
  expect(await verify({ proof, executable, input: other })).toMatchObject({
    valid: false,
    reason: 'WRONG_INPUT',
  });
  const cut = await shop.write('cut.proof', (await readFile(proof, 'latin1')).slice(0, 1000));
  expect(await verify({ proof: cut, executable, input })).toMatchObject({
    valid: false,
    reason: 'MALFORMED',
  });
  await failureOf(verify({ proof: at('nowhere'), executable, input }), ProverError);
}, 120_000);

test('what a newcomer can do wrong is told with where and what to do', async () => {
  await using shop = await workshop();
  const executable = shop.at('sum.json');
  const packageDir = shop.folder;
  await compilePackage({ packageDir, output: executable });
  const codeOf = async (run: Promise<unknown>) => (await failureOf(run, ProverError)).code;

  const bad = await shop.write('bad.csv', '1,2\n3,four\n');
  expect(await failureOf(commitInput(bad), ProverError)).toMatchObject({
    code: 'CSV_INVALID',
    details: { line: 2, column: 3 },
  });
  const unlucky = await shop.write('unlucky.csv', '7\n');
  expect(await codeOf(dryRun({ executable, input: unlucky }))).toBe('PROGRAM_PANICKED');
  const endless = await shop.write('endless.csv', '13\n');
  const limited = dryRun({ executable, input: endless, maxSteps: 100_000 });
  expect(await failureOf(limited, ProverError)).toMatchObject({ code: 'STEP_LIMIT', exitCode: 3 });

  await shop.write('src/lib.cairo', 'fn main() { let x = ; }');
  const broken = await failureOf(compilePackage({ packageDir, output: shop.at('broken.json') }), ProverError);
  expect(broken.code).toBe('COMPILATION_FAILED');
  expect(broken.details.diagnostics).toContain('lib.cairo');
  expect(await readdir(shop.folder)).not.toContain('broken.json');
});

test('a program that loops is ended by time, by cancelling, and while it is stopped', async () => {
  await using shop = await workshop();
  const [executable, output] = [shop.at('sum.json'), shop.at('never')];
  await compilePackage({ packageDir: shop.folder, output: executable });
  const input = await shop.write('endless.csv', '13\n');
  const endless = { executable, input, output, maxSteps: 2 ** 40 };

  await failureOf(execute(endless, { timeoutSeconds: 0.5 }), ProverTimeout);
  const controller = new AbortController();
  const onSpawn = (child: ProverChild) => {
    child.stop();
    controller.abort();
  };
  await failureOf(execute(endless, { signal: controller.signal, onSpawn }), ProverCancelled);
  expect(await readdir(shop.folder)).not.toContain('never');
});
