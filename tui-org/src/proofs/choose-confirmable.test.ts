import { invalidVerdict, knownProof, serverSays } from '../test/proof-facts.js';
import { chooseConfirmable } from './choose-confirmable.js';

const named = (id: string) => ({ ...serverSays, id });
const valid = knownProof({ proof: named('valid') });
const invalid = knownProof({ proof: named('invalid'), verdict: invalidVerdict });
const open = knownProof({ proof: named('open'), verdict: undefined });

describe('chooseConfirmable', () => {
  it('takes what was found valid here, of all', () => {
    expect(chooseConfirmable([valid, invalid, open], { all: true, unverified: false })).toEqual([valid]);
    expect(chooseConfirmable([valid, invalid, open], { all: true, unverified: true })).toEqual([valid, open]);
  });

  it('refuses named ones that were not verified here, unless that is allowed', () => {
    expect(() => chooseConfirmable([valid, open], { all: false, unverified: false })).toThrow(
      expect.objectContaining({
        code: 'NOT_VERIFIED',
        message: expect.stringMatching(/: open$/),
        exitCode: 1,
      }),
    );
    expect(chooseConfirmable([valid, open], { all: false, unverified: true })).toEqual([valid, open]);
  });

  it.each([true, false])('never takes one that was found invalid, unverified %s', (unverified) => {
    expect(() => chooseConfirmable([valid, invalid], { all: false, unverified })).toThrow(
      expect.objectContaining({ code: 'PROOF_INVALID', message: expect.stringMatching(/: invalid$/) }),
    );
  });
});
