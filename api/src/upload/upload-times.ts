/** An upload is kept for so long after its last piece. */
const IDLE_MS = 60 * 60 * 1000;

/** And for so long in all. */
const LONGEST_MS = 24 * 60 * 60 * 1000;

/** Until when an upload is kept of which something came now. */
export function keptUntil(createdAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + IDLE_MS, longestUntil(createdAt).getTime()));
}

/** Until when an upload is kept at most. */
export function longestUntil(createdAt: Date): Date {
  return new Date(createdAt.getTime() + LONGEST_MS);
}
