import { accountLoss } from './delete-account.js';
import { groupsLoss } from './delete-input-groups.js';
import { programLoss } from './delete-program.js';

const groups = (...states: Parameters<typeof groupsLoss>[0][number]['state'][]) =>
  states.map((state) => ({ state }));

test.each([
  [
    groups('AVAILABLE'),
    '1 input group will be deleted at the server, and with it nothing that a donor has done. ' +
      'What this machine keeps of it stays: inputs, saved proofs.',
  ],
  [
    groups('CONFIRMED', 'PROVEN', 'PROVEN', 'RESERVED', 'FAILED'),
    '5 input groups will be deleted at the server, and with them 1 confirmed result, 2 proofs that wait for a decision, ' +
      '1 reservation of a donor at work. What this machine keeps of them stays: inputs, saved proofs.',
  ],
])('names what is lost with input groups', (lost, sentences) => {
  expect(groupsLoss(lost)).toBe(sentences);
});

test('names what is lost with a program', () => {
  const groupCounts = {
    available: 1,
    reserved: 2,
    executed: 0,
    proven: 1,
    confirmed: 3,
    failed: 0,
    total: 7,
  };
  expect(programLoss({ name: 'folds', groupCounts })).toBe(
    'The program folds will be deleted at the server, with 7 input groups, 3 confirmed results, 1 proof to decide on, ' +
      '2 of the groups held by donors at work. What this machine keeps of it stays: executable, inputs, saved proofs.',
  );
});

test('names what is lost with an account', () => {
  const counts = { programs: 2, inputGroups: 1, confirmedProofs: 0, waitingProofs: 1, liveReservations: 1 };
  expect(accountLoss('Lab', { deleted: false, ...counts })).toBe(
    'The account of Lab will be deleted at the server for good, with 2 programs, 1 input group, 0 confirmed results, ' +
      '1 proof to decide on, 1 reservation of donors at work. What this machine keeps stays: executables, inputs, saved proofs.',
  );
});
