/**
 * Says something at most once in so many milliseconds, and only when it is news.
 * @param {(line: string) => void} say
 * @param {number} everyMs
 * @param {() => number} [now]
 * @returns {(line: string) => void}
 */
export function steadyReport(say, everyMs, now = Date.now) {
  let last = '';
  let at = Number.NEGATIVE_INFINITY;
  return (line) => {
    if (line === last || now() - at < everyMs) return;
    last = line;
    at = now();
    say(line);
  };
}
