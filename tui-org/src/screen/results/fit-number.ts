/**
 * A whole number in so many cells: as it is, or where it has no room, to a power of ten, which tells how large it is: `≈1.8e74`.
 * @param exact how it is written where there is room
 */
export function fitNumber(value: bigint, width: number, exact: string = String(value)): string {
  if (exact.length <= width) return exact;
  const digits = String(value).replace('-', '');
  const start = `≈${value < 0n ? '-' : ''}${digits[0]}`;
  const exponent = `e${digits.length - 1}`;
  const places = digits.slice(1, Math.max(1, width - start.length - exponent.length));
  return start + (places === '' ? '' : `.${places}`) + exponent;
}

/** A decimal in so many cells: with as many places as there is room for. */
export function fitDecimal(decimal: string, width: number): string {
  if (decimal.length <= width) return decimal;
  const [whole = '0'] = decimal.split('.');
  if (whole.length >= width) return fitNumber(BigInt(whole), width, decimal);
  return `≈${decimal.slice(0, width - 1).replace(/\.$/u, '')}`;
}
