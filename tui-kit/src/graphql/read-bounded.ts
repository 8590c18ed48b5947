import { UnexpectedAnswerError } from '../errors/unexpected-answer-error.js';

/**
 * Reads a body as text, but never more than `maxBytes` of it.
 * @throws UnexpectedAnswerError when there is more
 */
export async function readBounded(
  response: Response,
  maxBytes: number,
  onChunk: () => void,
): Promise<string> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body) {
    onChunk();
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new UnexpectedAnswerError(response.url, `with more than ${maxBytes} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
