import { invalidVerdict, keptProgram, knownProof, serverSays, validVerdict } from '../../test/proof-facts.js';
import { checksOf } from './checks-of.js';
import { evidenceOf } from './evidence-of.js';

const resultsOf = (known: ReturnType<typeof knownProof>) =>
  Object.fromEntries(checksOf(known).map(({ what, result }) => [what, result]));

const ALL = { file: 'passed', form: 'passed', security: 'passed', tables: 'passed', program: 'passed' };

test('every check of a valid proof has passed, with what it was checked against', () => {
  expect(resultsOf(knownProof())).toEqual({ ...ALL, input: 'passed', proof: 'passed', server: 'passed' });
  expect(checksOf(knownProof()).map(({ detail }) => detail)).toEqual(
    expect.arrayContaining(['96 bits', '0x123, as it is kept here', 'verified against own files']),
  );
  const believed = knownProof({ program: undefined, input: undefined });
  expect(checksOf(believed).map(({ detail }) => detail)).toContain("0x77, on the server's word");
});

test('nothing is claimed of a proof that was not verified here', () => {
  const open = Object.values(resultsOf(knownProof({ verdict: undefined })));
  expect(new Set(open)).toEqual(new Set(['open']));
});

test.each([
  ['MALFORMED', { form: 'failed', security: 'open', proof: 'open' }],
  ['WEAK_PARAMETERS', { form: 'open', security: 'failed', tables: 'open' }],
  ['UNKNOWN_PREPROCESSED_ROOT', { security: 'passed', tables: 'failed', program: 'open' }],
  ['WRONG_PROGRAM', { security: 'passed', tables: 'passed', program: 'failed', input: 'open' }],
  ['WRONG_INPUT', { form: 'open', program: 'passed', input: 'failed', proof: 'open', server: 'open' }],
  ['INVALID_PROOF', { program: 'open', input: 'open', proof: 'failed' }],
])('of %s it says what failed, and what was reached before', (reason, results) => {
  const known = knownProof({ verdict: { ...invalidVerdict, reason } as typeof invalidVerdict });
  expect(resultsOf(known)).toMatchObject(results);
  expect(checksOf(known).find(({ result }) => result === 'failed')?.detail).toBe(
    'The proof is of another input.',
  );
});

test('UNBOUND is a warning, and so is a server that shows something else', () => {
  const unbound = knownProof({ program: { ...keptProgram, inputBinding: 'NONE' } });
  expect(resultsOf(unbound)).toMatchObject({ input: 'warning', proof: 'passed' });
  const disputed = knownProof({ proof: { ...serverSays, output: ['0x77', '0x6'] } });
  expect(checksOf(disputed).at(-1)).toEqual({
    what: 'server',
    result: 'warning',
    detail: 'SHOWS IT WRONGLY: output: the server says 0x77 0x6, the proof says 0x77 0x5',
  });
});

test('decodes the output that was verified here, by the names that are kept here', () => {
  const proof = { ...serverSays, output: ['0x77', '0x6'] };
  expect(evidenceOf(knownProof({ proof }), undefined).output).toEqual({
    values: [{ name: 'total', type: 'i64', value: '5' }],
  });
  expect(evidenceOf(knownProof({ proof, verdict: undefined }), undefined).output.values[0]?.value).toBe('6');
});

test('says why an output cannot be read', () => {
  const short = knownProof({ verdict: { ...validVerdict, output: ['0x77'] } });
  expect(evidenceOf(short, undefined).output.problem).toMatch(/total/u);
  const program = { ...serverSays.inputGroup.program, outputs: [{ name: 'x', type: 'f32' }] };
  const proof = { ...serverSays, inputGroup: { ...serverSays.inputGroup, program } };
  const strange = knownProof({ proof, program: undefined, verdict: undefined });
  expect(evidenceOf(strange, undefined).output.problem).toContain('unknown type f32');
});

test('has the facts that a person decides by', () => {
  const proof = { ...serverSays, donorKey: 'd'.repeat(64), provenRows: 5 };
  const rejections = [{ proofSha256: 'a', reason: 'wrong day', rejectedAt: '2030-01-01T00:00:00.000Z' }];
  const evidence = evidenceOf(knownProof({ proof }), { proveSeconds: 61, rejections });
  expect(Object.fromEntries(evidence.facts)).toMatchObject({
    here: 'valid',
    donor: 'd'.repeat(64),
    'proven rows': '4,096',
    'proving took': '1 min 01 s, as the donor says',
  });
  expect(evidence.rejections).toBe(rejections);
});
