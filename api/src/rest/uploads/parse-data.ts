import { DomainError } from '@cairn/shared-schema';

/** Parses the form part `data`. @throws DomainError INVALID_REQUEST */
export function parseData(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new DomainError('INVALID_REQUEST', 'data: found a text that is not JSON, expected a JSON object.', {
      help: 'Send the fields as stringified JSON in the form part "data".',
      details: { field: 'data' },
      cause,
    });
  }
}
