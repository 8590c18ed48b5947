import { invalidVerdict, keptProgram, knownProof } from '../test/proof-facts.js';
import { isBeyondDoubt } from './is-beyond-doubt.js';

test.each<[string, Parameters<typeof knownProof>[0], string[], boolean]>([
  ['valid against own files', {}, [], true],
  ['not verified', { verdict: undefined }, [], false],
  ['invalid', { verdict: invalidVerdict }, [], false],
  ['shown wrongly by the server', {}, ['output: …'], false],
  ["on the server's word about the program", { program: undefined }, [], false],
  ["on the server's word about the input", { input: undefined }, [], false],
  ['UNBOUND', { program: { ...keptProgram, inputBinding: 'NONE' } }, [], false],
])('a proof that is %s', (_, known, disputes, expected) => {
  expect(isBeyondDoubt({ ...knownProof(known), disputes })).toBe(expected);
});
