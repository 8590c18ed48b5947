import { TallyKeeper } from './tally-keeper.js';

test('counts proofs and executions as done, and the rest by how it ended', () => {
  const keeper = new TallyKeeper();
  for (const outcome of ['proven', 'executed', 'proven', 'failed', 'failed', 'lost'] as const)
    keeper.note(outcome);
  expect(keeper.done).toBe(3);
  expect(keeper.tally).toMatchObject({ proofs: 2, executions: 1, others: { failed: 2, lost: 1 } });
});
