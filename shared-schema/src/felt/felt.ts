/** The prime of Cairo's field: 2^251 + 17 * 2^192 + 1. */
export const FELT_PRIME = 2n ** 251n + 17n * 2n ** 192n + 1n;

/** True for the one way a field element is written in answers: `0x`, lower case, no leading zeros, below the prime. */
export function isCanonicalFelt(text: string): boolean {
  return /^0x(?:0|[1-9a-f][0-9a-f]{0,62})$/u.test(text) && BigInt(text) < FELT_PRIME;
}

/**
 * Reads a field element written canonically.
 * @throws RangeError for anything else: a second spelling of the same value is not accepted.
 */
export function parseFelt(text: string): bigint {
  if (!isCanonicalFelt(text)) {
    throw new RangeError(
      `Not a field element: found ${shorten(text)}, expected 0x and lower-case hex below the prime.`,
    );
  }
  return BigInt(text);
}

/**
 * Writes a value canonically; negative values stand for prime minus their amount.
 * @throws RangeError when the amount is not below the prime.
 */
export function formatFelt(value: bigint): string {
  if (value >= FELT_PRIME || -value >= FELT_PRIME) {
    throw new RangeError('The value does not fit in a field element: its amount must be below the prime.');
  }
  return `0x${(value < 0n ? value + FELT_PRIME : value).toString(16)}`;
}

/** The value nearest to zero that the field element stands for: the upper half of the field is negative. */
export function toSigned(felt: bigint): bigint {
  return felt > FELT_PRIME / 2n ? felt - FELT_PRIME : felt;
}

function shorten(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 77)}...` : text);
}
