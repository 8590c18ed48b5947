import { UsageError } from '../errors/usage-error.js';
import type { Setting } from './setting-source.js';

/** @throws UsageError when the usual page would be larger than the largest */
export function checkPageSizes(settings: {
  defaultPageSize: Setting<number>;
  maxPageSize: Setting<number>;
}): void {
  const { defaultPageSize, maxPageSize } = settings;
  if (defaultPageSize.value <= maxPageSize.value) return;
  throw new UsageError(`${defaultPageSize.origin.name} is ${defaultPageSize.value}`, {
    expected: `at most max_page_size, which is ${maxPageSize.value}`,
    help: 'lower default_page_size or raise max_page_size',
  });
}
