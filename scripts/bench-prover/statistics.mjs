/**
 * The value below which a part of the values lies, between two of them by their distance.
 * @param {number[]} values one at least
 * @param {number} part 0 to 1
 */
export function quantile(values, part) {
  const sorted = values.toSorted((a, b) => a - b);
  const place = part * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/** @param {number[]} values one at least */
export function median(values) {
  return quantile(values, 0.5);
}
