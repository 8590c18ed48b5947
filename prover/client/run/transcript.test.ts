import type { ProverEvent } from '../answers/event.js';
import { Transcript } from './transcript.js';

function transcript() {
  const events: ProverEvent[] = [];
  return { events, reader: new Transcript((event) => events.push(event)) };
}

test('hands on events and keeps the answer', () => {
  const { events, reader } = transcript();
  reader.read('{"event":"phase","phase":"prove","seconds":1.5}');
  reader.read('{"event":"print","text":"hello","truncated":true}');
  reader.read('{"valid":true}');
  expect(events).toEqual([
    { event: 'phase', phase: 'prove', seconds: 1.5 },
    { event: 'print', text: 'hello', truncated: true },
  ]);
  expect(reader.answer).toEqual({ valid: true });
});

test('passes over events of a newer prover', () => {
  const { events, reader } = transcript();
  reader.read('{"event":"weather","sun":true}');
  expect(events).toEqual([]);
  expect(reader.answer).toBeUndefined();
});

test.each([
  ['no JSON', 'hello', 'not JSON: "hello"'],
  ['no object', '[1]', 'not a JSON object'],
  ['null', 'null', 'not a JSON object'],
  ['an event of a wrong shape', '{"event":"phase","phase":"lunch"}', 'a malformed event'],
])('refuses %s', (_, line, message) => {
  expect(() => transcript().reader.read(line)).toThrow(message);
});

test('refuses anything after the answer', () => {
  const { reader } = transcript();
  reader.read('{"steps":1}');
  expect(() => reader.read('{"steps":2}')).toThrow('after its answer');
});

test('quotes no control character', () => {
  expect(() => transcript().reader.read('\u001b[31m\u202ered')).toThrow(/^not JSON: "[\x20-\x7e]*"$/);
});
