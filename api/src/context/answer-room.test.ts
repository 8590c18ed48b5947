import { AnswerRoom, MOST_LONG_BYTES } from './answer-room.js';

it('has room up to its bound, and always for one alone', () => {
  const room = new AnswerRoom();
  room.take(MOST_LONG_BYTES - 1, 'outputs');
  room.take(1, 'outputs');
  expect(() => room.take(1, 'outputs')).toThrow(/The outputs of this answer are longer than \d+ bytes/u);
  room.renew();
  room.take(2 * MOST_LONG_BYTES, 'outputs');
  expect(() => room.take(1, 'outputs')).toThrow();
});
