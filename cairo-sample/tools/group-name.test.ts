import { groupName, parseGroupName } from './group-name.js';

test('a name tells chain and moves', () => {
  const name = groupName('HPPH', ['E', 'N']);
  expect(name).toBe('HPPH-EN');
  expect(parseGroupName(name)).toEqual({ sequence: 'HPPH', prefix: ['E', 'N'] });
});

test.each(['', 'HPPH', 'HPPH-', '-EN', 'HPPH-EX', 'hpph-EN', 'HPPH-EN-EN', 'HPPH-EN\n'])(
  '%p is none',
  (name) => {
    expect(() => parseGroupName(name)).toThrow(/expected a chain and moves/);
  },
);
