import { honest } from './tally.mjs';

/**
 * Adds up the result lines of `cargo test`: one for each test binary.
 * @param {string} text
 * @param {number} exitCode
 */
export function cargoTally(text, exitCode) {
  const tally = { passed: 0, failed: 0, skipped: 0 };
  const results = text.matchAll(/^test result: \w+\. (\d+) passed; (\d+) failed; (\d+) ignored;/gm);
  for (const [, passed, failed, ignored] of results) {
    tally.passed += Number(passed);
    tally.failed += Number(failed);
    tally.skipped += Number(ignored);
  }
  return honest(tally, exitCode);
}
