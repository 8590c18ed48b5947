import { ProverCrashed } from '../errors/prover-crashed.js';
import { ProverError } from '../errors/prover-error.js';
import { ProverGarbage } from '../errors/prover-garbage.js';
import { failureOf } from '../test/failure-of.js';
import { fakeProver } from '../test/fake-prover.js';
import { type ItemVerdict, verifyMany } from './verify-many.js';

const item = (id: string) => ({ id, proof: 'p', executable: 'e', input: 'i' });
const verdict = (id: string, exitCode: number, rest: object) =>
  `echo '${JSON.stringify({ event: 'verdict', id, exitCode, ...rest })}'`;
const invalid = (id: string) =>
  verdict(id, 1, { answer: { valid: false, reason: 'WRONG_INPUT', message: 'm' } });
const error = (code: string) => ({ error: { code, message: 'm', help: 'h' } });

async function verifyWith(script: string[], ids: string[], onVerdict?: (item: ItemVerdict) => void) {
  await using fake = await fakeProver(script.join('\n'));
  return await verifyMany(ids.map(item), { binary: fake.binary, onVerdict });
}

test('hands over the list, and each verdict as it comes, in the order of the items at the end', async () => {
  const said: string[] = [];
  const script = [
    'test "$*" = "--die-with-parent=$PPID verify --many=- --threads=3 --security-bits=100" || exit 9',
  ];
  script.push('cat > "$0.list"', invalid('b'), invalid('a'), `echo '{"verdicts":{}}'; exit 1`);
  await using fake = await fakeProver(script.join('\n'));
  const { binary } = fake;
  const onVerdict = ({ id }: ItemVerdict) => said.push(id);
  const options = { binary, threads: 3, securityBits: 100, onVerdict };
  const outcomes = await verifyMany([item('a'), { ...item('b'), binding: 'echo' }], options);
  expect(said).toEqual(['b', 'a']);
  expect(outcomes.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(outcomes[0]).toMatchObject({ verdict: { valid: false, reason: 'WRONG_INPUT' } });
});

test('an item that was not judged is a failure of its own, never a rejection', async () => {
  const script = [
    invalid('a'),
    verdict('b', 2, error('FILE_UNREADABLE')),
    verdict('c', 4, error('INTERNAL')),
    `echo '${JSON.stringify(error('NOT_JUDGED'))}'; exit 2`,
  ];
  const [a, b, c] = await verifyWith(script, ['a', 'b', 'c']);
  expect(a).toMatchObject({ id: 'a', verdict: { valid: false } });
  expect(b).toMatchObject({ id: 'b', failure: { code: 'FILE_UNREADABLE', exitCode: 2 } });
  expect(c).toMatchObject({ id: 'c', failure: expect.any(ProverCrashed) as ProverCrashed });
});

test('what was said before a crash has been handed over', async () => {
  const said: string[] = [];
  const crash = verifyWith([invalid('a'), 'sleep 0.1; kill -SEGV $$'], ['a', 'b'], ({ id }) => said.push(id));
  await failureOf(crash, ProverCrashed);
  expect(said).toEqual(['a']);
});

test.each([
  ['a verdict on another item', invalid('z')],
  ['a second verdict', `${invalid('a')}; ${invalid('a')}`],
  ['no verdict', ':'],
  ['a valid answer with exit code 1', verdict('a', 1, { answer: { valid: true } })],
])('%s is garbage', async (_, script) => {
  await failureOf(verifyWith([script, `echo '{"verdicts":{}}'`], ['a']), ProverGarbage);
});

test('a list that cannot be read is thrown, and so is an id that is there twice', async () => {
  const script = [`echo '${JSON.stringify(error('FILE_UNREADABLE'))}'; exit 2`];
  await failureOf(verifyWith(script, ['a']), ProverError);
  await failureOf(verifyWith([], ['a', 'a']), RangeError);
});
