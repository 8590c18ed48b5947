import { BoundedLines } from './bounded-lines.js';

function push(lines: BoundedLines, text: string): string[] {
  return lines.push(Buffer.from(text));
}

test('cuts lines wherever the chunks end', () => {
  const lines = new BoundedLines(10);
  expect(push(lines, 'one\ntw')).toEqual(['one']);
  expect(push(lines, '')).toEqual([]);
  expect(push(lines, 'o\n\nthree\n')).toEqual(['two', '', 'three']);
});

test('bounds a line, and not the sum of them', () => {
  const lines = new BoundedLines(4);
  expect(push(lines, '1234\n1234\n123')).toEqual(['1234', '1234']);
  expect(() => push(lines, '45')).toThrow('more than 4 bytes');
});
