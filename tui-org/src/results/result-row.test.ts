import type { OutputColumn } from '@cairn/shared-schema';
import { invalidVerdict, keptInput, knownProof, serverSays, validVerdict } from '../test/proof-facts.js';
import { readingOf, resultRow } from './result-row.js';

const columns: OutputColumn[] = [{ name: 'total', type: { kind: 'integer', bits: 64, signed: true } }];
const reading = readingOf(columns);

describe('resultRow', () => {
  it('reads the output that was verified here, not the one the server shows', () => {
    const proof = { ...serverSays, output: ['0x77', '0x6'] };
    expect(resultRow(knownProof({ proof }), reading)).toEqual({
      inputGroup: { id: 'group-1', name: 'first' },
      proofSha256: 'a'.repeat(64),
      trust: 'verified',
      bound: true,
      values: [5n],
    });
  });

  it('says when it rests on the word of the server, and how far', () => {
    expect(resultRow(knownProof({ input: undefined }), reading).trust).toBe('verified-on-servers-word');
    const proof = { ...serverSays, output: ['0x77', '0x6'] };
    expect(resultRow(knownProof({ proof, verdict: undefined }), reading)).toMatchObject({
      trust: 'servers-word',
      values: [6n],
    });
  });

  it('has no values of a proof that was found invalid here', () => {
    expect(resultRow(knownProof({ verdict: invalidVerdict }), reading)).toMatchObject({
      trust: 'servers-word',
      values: [],
      problem: expect.stringContaining('WRONG_INPUT'),
    });
  });

  it('says why an output cannot be read, and goes on', () => {
    const verdict = { ...validVerdict, output: ['0x77', '0x5', '0x6'] };
    expect(resultRow(knownProof({ verdict }), reading)).toMatchObject({
      values: [],
      problem: expect.stringContaining('left over'),
    });
  });

  it('reads bare field elements where nothing is declared', () => {
    const verdict = { ...validVerdict, output: ['0x77', '0x5', '0x6'] };
    expect(resultRow(knownProof({ verdict }), readingOf([])).values).toEqual([[5n, 6n]]);
  });

  it('knows an unbound proof, and calls a group by the name it has here', () => {
    const none = { ...knownProof().statement, binding: 'none' as const };
    const known = { ...knownProof({ input: { ...keptInput, name: 'mine' } }), statement: none };
    expect(resultRow({ ...known, verdict: { ...validVerdict, output: ['0x5'] } }, reading)).toMatchObject({
      bound: false,
      values: [5n],
      inputGroup: { name: 'mine' },
    });
  });
});
