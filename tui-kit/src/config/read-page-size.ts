import { PAGE_SIZE } from '@cairn/shared-schema';
import { SettingProblem } from './resolve-setting.js';

/**
 * Reads a number of lines on a page.
 * @throws SettingProblem when it is not a whole number that the server takes
 */
export function readPageSize(found: unknown): number {
  const size = typeof found === 'number' ? found : /^\d+$/u.test(String(found)) ? Number(found) : Number.NaN;
  if (!Number.isInteger(size) || size < PAGE_SIZE.min || size > PAGE_SIZE.max) {
    throw new SettingProblem(`a whole number from ${PAGE_SIZE.min} to ${PAGE_SIZE.max}`);
  }
  return size;
}
