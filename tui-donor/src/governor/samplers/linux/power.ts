import { join } from 'node:path';
import { namesIn, readText } from './read-text.js';

/** How the machine is powered. */
interface Power {
  readonly onBattery?: boolean;
  readonly charge?: number;
}

/**
 * Whether the machine runs on its battery: a battery of the system's own discharges and no plug feeds it. A mouse's
 * battery does not count.
 */
export async function power(sys: string): Promise<Power> {
  const supplies = join(sys, 'class', 'power_supply');
  const found = await Promise.all((await namesIn(supplies)).map((name) => supply(join(supplies, name))));
  const batteries = found.filter(({ type, scope }) => type === 'Battery' && scope !== 'Device');
  if (batteries.length === 0) return {};
  const isPlugged = found.some(({ type, online }) => type !== 'Battery' && online === '1');
  const onBattery = !isPlugged && batteries.some(({ status }) => status === 'Discharging');
  const charges = batteries.flatMap(({ capacity }) =>
    capacity === undefined ? [] : [Number(capacity) / 100],
  );
  return charges.length === 0 ? { onBattery } : { onBattery, charge: Math.max(...charges) };
}

async function supply(folder: string) {
  const read = (name: string) => readText(join(folder, name));
  const [type, scope, status, online, capacity] = await Promise.all(
    ['type', 'scope', 'status', 'online', 'capacity'].map(read),
  );
  return { type, scope, status, online, capacity };
}
