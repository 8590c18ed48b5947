import { invalidVerdict, serverSays, validVerdict } from '../test/proof-facts.js';
import { disputesOf } from './disputes.js';

describe('disputesOf', () => {
  it('has nothing to say where the server shows what the proof says', () => {
    expect(disputesOf(serverSays, validVerdict)).toEqual([]);
  });

  it.each([
    ['output', { output: ['0x77', '0x6'] }],
    ['output', { output: ['0x77'] }],
    ['program hash', { programHash: '0x124' }],
    ['input commitment', { inputCommitment: '0x78' }],
    ['bound', { bound: false }],
    ['steps', { steps: 999 }],
  ])('names a wrong %s', (what, wrong) => {
    expect(disputesOf({ ...serverSays, ...wrong }, validVerdict)).toEqual([
      expect.stringMatching(new RegExp(`^${what}: the server says .*, the proof says `)),
    ]);
  });

  it('says nothing of an invalid proof', () => {
    expect(disputesOf(serverSays, invalidVerdict)).toEqual([]);
  });
});
