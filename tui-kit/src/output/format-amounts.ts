const UNITS = ['KiB', 'MiB', 'GiB', 'TiB'] as const;

/** @returns an amount of bytes for people: `17 B`, `3.4 GiB` */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 'B';
  for (const next of UNITS) {
    if (value < 1024) break;
    value /= 1024;
    unit = next;
  }
  return `${unit === 'B' || value >= 100 ? Math.round(value) : trim(value.toFixed(1))} ${unit}`;
}

/** @returns a time for people: `0.41 s`, `36.5 s`, `2 min 05 s`, `3 h 20 min`, `2 d 4 h` */
export function formatDuration(seconds: number): string {
  if (seconds < 1) return `${seconds.toFixed(2)} s`;
  if (seconds < 59.95) return `${trim(seconds.toFixed(1))} s`;
  const whole = Math.round(seconds);
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
  const minutes = Math.round(whole / 60);
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
  const hours = Math.round(minutes / 60);
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** @returns a whole number with commas: `1,704,331` */
export function formatCount(count: number | bigint): string {
  // Not by `toLocaleString`: its tables are loaded in tens of milliseconds, in the middle of a first frame.
  return String(count).replaceAll(/(?<!\.\d*)\B(?=(?:\d{3})+(?!\d))/gu, ',');
}

/** @returns how many there are of what has this name: `1 proof`, `2 proofs`, `3,000 proofs` */
export function formatNumberOf(count: number, name: string): string {
  return `${formatCount(count)} ${name}${count === 1 ? '' : 's'}`;
}

/** @returns a fraction as a percentage: `42%` */
export function formatPercent(fraction: number): string {
  return `${Math.round(fraction * 100)}%`;
}

function trim(text: string): string {
  return text.replace(/\.0$/u, '');
}
