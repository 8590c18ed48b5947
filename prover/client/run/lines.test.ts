import { Lines } from './lines.js';
import { OffProtocol } from './off-protocol.js';

const roomy = { lineBytes: 100, totalBytes: 1000 };

test('joins a line that comes in pieces, and a character cut in two', () => {
  const lines = new Lines(roomy);
  const [head, tail] = [Buffer.from('{"é'), Buffer.from('"}\nnext')];
  expect([...lines.push(head.subarray(0, 3))]).toEqual([]);
  expect([...lines.push(head.subarray(3)), ...lines.push(tail)]).toEqual(['{"é"}']);
  expect(lines.rest()).toBe('next');
});

test('gives several lines of one piece, empty ones too', () => {
  expect([...new Lines(roomy).push(Buffer.from('a\n\nb\n'))]).toEqual(['a', '', 'b']);
});

test('refuses a line that is too long, even before it ends', () => {
  const lines = new Lines(roomy);
  expect([...lines.push(Buffer.alloc(100, 'a'))]).toEqual([]);
  expect(() => [...lines.push(Buffer.from('a'))]).toThrow(OffProtocol);
});

test('refuses too much in all', () => {
  const lines = new Lines(roomy);
  const full = Buffer.from(`${'a'.repeat(99)}\n`);
  for (let n = 0; n < 10; n++) expect([...lines.push(full)]).toHaveLength(1);
  expect(() => [...lines.push(Buffer.from('\n'))]).toThrow('more than 1000 bytes');
});

test('refuses what is not UTF-8', () => {
  expect(() => [...new Lines(roomy).push(Buffer.from([0xff, 0x0a]))]).toThrow('not UTF-8');
});
