import { auditServer } from 'graphql-http';

/**
 * What the audit of GraphQL over HTTP found that is not as it says.
 * @typedef {{ id: string, name: string, reason: string }} Finding
 * @typedef {object} GraphqlHttpReport
 * @property {number} audits
 * @property {Finding[]} errors what a server must do
 * @property {Finding[]} warnings what it should do
 * @property {Finding[]} notices what it may do, such as answer queries by GET
 */

/**
 * Holds GraphQL at this server against the specification of GraphQL over HTTP.
 * @param {string} server
 * @returns {Promise<GraphqlHttpReport>}
 */
export async function auditGraphqlHttp(server) {
  const results = await auditServer({ url: `${server}/graphql` });
  const found = (/** @type {string} */ status) =>
    results.flatMap((result) =>
      result.status === status && 'reason' in result
        ? [{ id: result.id, name: result.name, reason: result.reason }]
        : [],
    );
  return {
    audits: results.length,
    errors: found('error'),
    warnings: found('warn'),
    notices: found('notice'),
  };
}
