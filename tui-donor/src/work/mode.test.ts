import { kindsOf, MODES } from './mode.js';

test('asks for what a mode gives, the most wanted first', () => {
  expect(Object.fromEntries(MODES.map((mode) => [mode, kindsOf(mode)]))).toEqual({
    auto: ['PROVE', 'EXECUTE_AND_PROVE'],
    full: ['EXECUTE_AND_PROVE'],
    execute: ['EXECUTE'],
    prove: ['PROVE'],
  });
});
