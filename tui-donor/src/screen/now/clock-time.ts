/** A time of the clock for people: `14:05:09`. */
export function clockTime(at: number): string {
  return new Date(at).toLocaleTimeString('en-GB');
}
