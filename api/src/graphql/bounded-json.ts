import { DomainError, MAX_ANSWER_BYTES } from '@cairn/shared-schema';
import type { FormattedExecutionResult } from 'graphql';
import { ASK_FOR_LESS } from '../context/answer-room.js';
import { extensionsOf } from './format-error.js';

/** An answer as JSON, or ANSWER_TOO_LARGE in its place when it is longer than one may be. */
export async function boundedJson(answer: FormattedExecutionResult): Promise<string> {
  const json = JSON.stringify(answer);
  const bytes = Buffer.byteLength(json);
  if (bytes <= MAX_ANSWER_BYTES) return json;
  const error = new DomainError(
    'ANSWER_TOO_LARGE',
    `The answer has ${bytes} bytes, at most ${MAX_ANSWER_BYTES} are sent.`,
    { help: ASK_FOR_LESS },
  );
  return JSON.stringify({ errors: [{ message: error.message, extensions: extensionsOf(error) }] });
}
