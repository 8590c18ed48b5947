import { ProverGarbage } from '../errors/prover-garbage.js';
import { failureOf } from '../test/failure-of.js';
import { fakeProver } from '../test/fake-prover.js';
import { commitInput } from './commit-input.js';
import { compilePackage } from './compile-package.js';
import { dryRun, execute } from './execute.js';
import { inspectExecutable, inspectExecution, inspectProof } from './inspect.js';
import { prove } from './prove.js';
import { verify } from './verify.js';

/** A prover that refuses everything and quotes its arguments. */
const quoting = `
  printf '{"error":{"code":"USAGE","help":"","message":"'
  printf '[%s]' "$@"
  echo '"}}'
  exit 2`;

test.each([
  [
    'compile',
    (binary: string) => compilePackage({ packageDir: 'p q', output: 'e' }, { binary, maxMemoryBytes: 9 }),
    '[compile][--package=p q][--output=e][--max-memory=9]',
  ],
  [
    'compile one of several',
    (binary: string) =>
      compilePackage({ packageDir: 'p', output: 'e', member: 'm', executableFunction: 'm::f' }, { binary }),
    '[compile][--package=p][--output=e][--member=m][--executable-function=m::f]',
  ],
  ['inspect', (binary: string) => inspectExecutable('e', { binary }), '[inspect][--executable=e]'],
  ['inspect', (binary: string) => inspectExecution('x', { binary }), '[inspect][--execution=x]'],
  ['inspect', (binary: string) => inspectProof('-p', { binary }), '[inspect][--proof=-p]'],
  ['commit', (binary: string) => commitInput('i.csv', { binary }), '[commit][--input=i.csv]'],
  [
    'execute',
    (binary: string) =>
      execute(
        { executable: 'e', input: 'i', output: 'x', calldata: 'raw', maxSteps: 7 },
        { binary, threads: 2 },
      ),
    '[execute][--executable=e][--input=i][--calldata=raw][--max-steps=7][--threads=2][--output=x]',
  ],
  [
    'dry run',
    (binary: string) =>
      dryRun({ executable: 'e', input: 'i', expectedSteps: 8 }, { binary, maxMemoryBytes: 9 }),
    '[execute][--executable=e][--input=i][--expected-steps=8][--max-memory=9][--no-output]',
  ],
  [
    'prove',
    (binary: string) => prove({ execution: 'x', output: 'p' }, { binary, threads: 2, maxMemoryBytes: 9 }),
    '[prove][--execution=x][--output=p][--threads=2][--max-memory=9]',
  ],
  [
    'prove what is wanted',
    (binary: string) =>
      prove({ execution: 'x', output: 'p', executable: 'e', input: 'i', binding: 'none' }, { binary }),
    '[prove][--execution=x][--output=p][--executable=e][--input=i][--binding=none]',
  ],
  [
    'verify',
    (binary: string) =>
      verify({ proof: 'p', executable: 'e', input: 'i', binding: 'echo', calldata: 'array' }, { binary }),
    '[verify][--proof=p][--executable=e][--input=i][--binding=echo][--calldata=array]',
  ],
])('%s passes its arguments one by one', async (_, run, expected) => {
  await using fake = await fakeProver(quoting);
  await expect(run(fake.binary)).rejects.toThrow(`[--die-with-parent=${process.pid}]${expected}`);
});

test.each([
  ['a missing field', '{"inputCommitment":"0x1"}'],
  ['a leading zero', '{"inputCommitment":"0x01","values":1}'],
  ['a fraction for a count', '{"inputCommitment":"0x1","values":1.5}'],
  ['an error that ends with exit code 0', '{"error":{"code":"USAGE","message":"m","help":""}}'],
])('an answer with %s is garbage', async (_, answer) => {
  await using fake = await fakeProver(`echo '${answer}'`);
  await failureOf(commitInput('i', { binary: fake.binary }), ProverGarbage);
});

test('fields of a newer prover are passed over', async () => {
  await using fake = await fakeProver(`echo '{"inputCommitment":"0x1","values":2,"mood":"good"}'`);
  expect(await commitInput('i', { binary: fake.binary })).toEqual({ inputCommitment: '0x1', values: 2 });
});
