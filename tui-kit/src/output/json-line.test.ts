import { jsonLine } from './json-line.js';

test('hides what could drive a terminal behind escapes, and loses nothing', () => {
  const value = { name: 'a\u009b2J\u202e\u200b\u2028\u{E0041}é折' };
  const line = jsonLine(value);
  expect(line).toBe('{"name":"a\\u009b2J\\u202e\\u200b\\u2028\\udb40\\udc41é折"}');
  expect(JSON.parse(line)).toEqual(value);
});

test('writes large whole numbers as text', () => {
  expect(jsonLine({ steps: 2n ** 60n })).toBe('{"steps":"1152921504606846976"}');
});
