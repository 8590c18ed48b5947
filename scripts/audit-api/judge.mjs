/** The whole document, whatever it grows to; less is no audit. */
const LEAST_CASES = 500;

/**
 * What REST is to reach before schemathesis.
 * @param {import('./schemathesis.mjs').SchemathesisReport} report
 * @returns {import('../lib/goals.mjs').Goal[]}
 */
export function judge({ operations, test_cases: cases, failures, errors }) {
  const { total, tested, errored } = operations;
  return [
    {
      name: 'rest-operations',
      measured: `${tested} of ${total} tested, ${errored} in error`,
      wanted: 'all of them',
      ok: total > 0 && tested === total && errored === 0 && errors.length === 0,
    },
    {
      name: 'rest-cases',
      measured: cases.generated.toLocaleString('en'),
      wanted: `at least ${LEAST_CASES}`,
      ok: cases.generated >= LEAST_CASES,
    },
    {
      name: 'rest-failures',
      measured: `${failures.length}, in ${cases.with_failures} cases`,
      wanted: 'no server error, no answer that is not as the document says',
      ok: failures.length === 0 && cases.with_failures === 0,
    },
  ];
}
