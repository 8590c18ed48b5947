import { join } from 'node:path';
import { namesIn, readText } from './read-text.js';

/** Drivers and zones that measure a processor; a disk or a battery has limits of its own. */
const PROCESSOR = /^(?:coretemp|k10temp|zenpower|x86_pkg_temp|cpu|soc|tcpu)/iu;

/** Outside of that a sensor is broken or not there. */
const CREDIBLE = { least: 1, most: 125 } as const;

/** @returns °C of the hottest part of the processor */
export async function temperature(sys: string): Promise<number | undefined> {
  const [zones, monitors] = await Promise.all([
    sensors(join(sys, 'class', 'thermal'), 'type', /^temp$/u),
    sensors(join(sys, 'class', 'hwmon'), 'name', /^temp\d+_input$/u),
  ]);
  const credible = [...zones, ...monitors].filter(
    (degrees) => degrees >= CREDIBLE.least && degrees <= CREDIBLE.most,
  );
  return credible.length === 0 ? undefined : Math.max(...credible);
}

/** What the sensors of a class say whose name is a processor's. */
async function sensors(parent: string, nameFile: string, value: RegExp): Promise<number[]> {
  const found = (await namesIn(parent)).map(async (entry) => {
    const folder = join(parent, entry);
    if (!PROCESSOR.test((await readText(join(folder, nameFile))) ?? '')) return [];
    const files = (await namesIn(folder)).filter((name) => value.test(name));
    return Promise.all(files.map(async (name) => Number(await readText(join(folder, name))) / 1000));
  });
  return (await Promise.all(found)).flat();
}
