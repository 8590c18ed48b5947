import { KindPatience } from './kind-patience.js';

test('leaves a kind of work alone for a while', () => {
  const patience = new KindPatience();
  expect(patience.isPaused('PROVE', {}, 0)).toBe(false);
  patience.pause('PROVE', {}, 1000);
  expect(patience.isPaused('PROVE', {}, 1001)).toBe(true);
  expect(patience.isPaused('EXECUTE', {}, 1001)).toBe(false);
  expect(patience.isPaused('PROVE', {}, 1000 + 5 * 60_000)).toBe(false);
});

test('what does not fit of one program says nothing of others', () => {
  const patience = new KindPatience();
  patience.pause('PROVE', { programId: 'p1', isPreferred: true }, 0);
  expect(patience.isPaused('PROVE', { programId: 'p1' }, 1)).toBe(true);
  for (const aim of [{}, { programId: 'p2' }, { organizationId: 'p1' }])
    expect(patience.isPaused('PROVE', aim, 1)).toBe(false);
});
