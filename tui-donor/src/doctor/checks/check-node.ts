import type { Finding } from '../finding.js';

/** Whatever is older does not even start. */
export function checkNode(): Finding {
  return { check: 'Node', verdict: 'good', found: `Node ${process.versions.node} at ${process.execPath}` };
}
