import { MAX_ANSWER_BYTES } from '@cairn/shared-schema';
import { boundedJson } from './bounded-json.js';

/** An answer whose JSON has so many bytes, with characters of two bytes each. */
function answerOf(bytes: number) {
  const around = JSON.stringify({ data: { a: '' } }).length;
  const letters = Math.floor((bytes - around) / 2);
  return { data: { a: `${'é'.repeat(letters)}${'x'.repeat(bytes - around - 2 * letters)}` } };
}

it('lets an answer of the greatest length through, and puts an error in place of a longer one', async () => {
  const longest = answerOf(MAX_ANSWER_BYTES);
  expect(JSON.parse(await boundedJson(longest))).toEqual(longest);
  expect(JSON.parse(await boundedJson(answerOf(MAX_ANSWER_BYTES + 1)))).toEqual({
    errors: [
      {
        message: `The answer has ${MAX_ANSWER_BYTES + 1} bytes, at most ${MAX_ANSWER_BYTES} are sent.`,
        extensions: { code: 'ANSWER_TOO_LARGE', help: expect.stringContaining('Ask for fewer') },
      },
    ],
  });
});
