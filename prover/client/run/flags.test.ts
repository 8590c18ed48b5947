import { flags } from './flags.js';

test('makes one argument of each value and leaves out what is not given', () => {
  expect(flags({ input: '-x y', calldata: undefined, threads: 0 })).toEqual(['--input=-x y', '--threads=0']);
});
