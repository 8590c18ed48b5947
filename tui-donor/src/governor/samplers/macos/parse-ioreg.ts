/**
 * @param text what `ioreg -c IOHIDSystem -d 4` prints
 * @returns seconds since the last key or movement of the mouse
 */
export function parseIdleTime(text: string): number | undefined {
  const nanoseconds = /"HIDIdleTime"\s*=\s*(\d+)/u.exec(text)?.[1];
  return nanoseconds === undefined ? undefined : Number(nanoseconds) / 1e9;
}
