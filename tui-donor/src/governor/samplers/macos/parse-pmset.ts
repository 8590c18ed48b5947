/** @param text what `pmset -g batt` prints */
export function parseBattery(text: string): { onBattery?: boolean; charge?: number } {
  const source = /^Now drawing from '([^']+)'/mu.exec(text)?.[1];
  const percent = /InternalBattery\S*.*?\t\s*(\d+)%/u.exec(text)?.[1];
  if (source === undefined || percent === undefined) return {};
  return { onBattery: source === 'Battery Power', charge: Number(percent) / 100 };
}

/**
 * @param text what `pmset -g therm` prints
 * @returns whether heat slows the processor down; undefined where it does not tell
 */
export function parseThrottled(text: string): boolean | undefined {
  const percent = /CPU_Speed_Limit\s*=\s*(\d+)/u.exec(text)?.[1];
  return percent === undefined ? undefined : Number(percent) < 100;
}
