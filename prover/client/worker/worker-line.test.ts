import { workerLine } from './worker-line.js';

test.each([
  ['{"event":"ready","version":"0.1.0","threads":2}', { kind: 'ready' }],
  [
    '{"job":"1","event":"answer","exitCode":0,"answer":{"a":1}}',
    { kind: 'answer', job: '1', exitCode: 0, answer: { a: 1 } },
  ],
  [
    '{"job":"1","event":"answer","exitCode":2,"error":{"code":"USAGE"}}',
    { kind: 'answer', job: '1', exitCode: 2, answer: { error: { code: 'USAGE' } } },
  ],
  [
    '{"job":"1","event":"progress","phase":"prove","fraction":0.5,"remaining":null,"seconds":2}',
    {
      kind: 'event',
      job: '1',
      event: { event: 'progress', phase: 'prove', fraction: 0.5, remaining: null, seconds: 2 },
    },
  ],
  ['{"served":3,"seconds":81.2}', { kind: 'other' }],
  ['{"job":"1","event":"weather"}', { kind: 'other' }],
])('reads %s', (line, expected) => {
  expect(workerLine(line)).toEqual(expected);
});

test.each([
  ['hello', 'not JSON'],
  ['{"valid":true}', 'neither an event nor an answer'],
  ['{"event":"answer","exitCode":0,"answer":{}}', 'a malformed answer'],
  ['{"job":null,"event":"answer","exitCode":2,"error":{}}', 'a malformed answer'],
  ['{"job":"1","event":"answer","answer":{}}', 'a malformed answer'],
  ['{"job":"1","event":"answer","exitCode":0}', 'a malformed answer'],
  ['{"job":"1","event":"progress","phase":"prove","fraction":2}', 'a malformed event'],
  ['{"event":"phase","phase":"load","seconds":0}', 'an event of no job'],
])('refuses %s', (line, message) => {
  expect(() => workerLine(line)).toThrow(message);
});
