import { osc52 } from './osc52.js';

function copied(text: string): string {
  return Buffer.from(osc52(text).slice('\u001B]52;c;'.length, -1), 'base64').toString();
}

test('what is copied drives no terminal where it is pasted', () => {
  expect(copied('rm\u001B[201~\u202E\u0003 é\nnext')).toBe('rm é\nnext');
  expect(copied('x'.repeat(60_000))).toHaveLength(50_000);
});
