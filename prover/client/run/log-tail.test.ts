import { LogTail } from './log-tail.js';

test('keeps a short log whole', () => {
  const log = new LogTail();
  log.push(Buffer.from('one\n'));
  log.push(Buffer.from('two\n'));
  expect(log.text()).toBe('one\ntwo');
});

test('keeps 64 KiB from the end of a long one', () => {
  const log = new LogTail();
  for (let n = 0; n < 1000; n++) log.push(Buffer.alloc(1024, 'a'));
  log.push(Buffer.from('the end'));
  const text = log.text();
  expect(text).toHaveLength(64 * 1024);
  expect(text.endsWith('the end')).toBe(true);
});
