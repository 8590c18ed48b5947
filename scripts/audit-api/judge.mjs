/** The whole document, whatever it grows to; less is no audit. */
const LEAST_CASES = 500;

/**
 * @typedef {object} Found
 * @property {import('./graphql-http.mjs').GraphqlHttpReport} graphqlHttp
 * @property {import('./schemathesis.mjs').SchemathesisReport} graphql
 * @property {import('./schemathesis.mjs').SchemathesisReport} rest
 */

/**
 * What the API is to reach before its auditors.
 * @param {Found} found
 * @returns {import('../lib/goals.mjs').Goal[]}
 */
export function judge({ graphqlHttp, graphql, rest }) {
  const { audits, errors, warnings, notices } = graphqlHttp;
  return [
    {
      name: 'graphql-http',
      measured: `${errors.length} errors, ${warnings.length} warnings, ${notices.length} notices in ${audits} audits`,
      wanted: 'no error, no warning',
      ok: audits > 0 && errors.length === 0 && warnings.length === 0,
    },
    ...schemathesisGoals('graphql', graphql, 'no server error, no answer that is none of GraphQL'),
    ...schemathesisGoals('rest', rest, 'no server error, no answer that is not as the document says'),
  ];
}

/**
 * @param {string} face
 * @param {import('./schemathesis.mjs').SchemathesisReport} report
 * @param {string} failureWanted
 * @returns {import('../lib/goals.mjs').Goal[]}
 */
function schemathesisGoals(face, { operations, test_cases: cases, failures, errors }, failureWanted) {
  const { total, tested, errored } = operations;
  return [
    {
      name: `${face}-operations`,
      measured: `${tested} of ${total} tested, ${errored} in error`,
      wanted: 'all of them',
      ok: total > 0 && tested === total && errored === 0 && errors.length === 0,
    },
    {
      name: `${face}-cases`,
      measured: cases.generated.toLocaleString('en'),
      wanted: `at least ${LEAST_CASES}`,
      ok: cases.generated >= LEAST_CASES,
    },
    {
      name: `${face}-failures`,
      measured: `${failures.length}, in ${cases.with_failures} cases`,
      wanted: failureWanted,
      ok: failures.length === 0 && cases.with_failures === 0,
    },
  ];
}
