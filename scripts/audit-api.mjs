/**
 * Holds GraphQL of a real server against the specification of GraphQL over HTTP (graphql-http), and lets schemathesis (PyPI) loose on
 * REST, with the OpenAPI document that the server serves, and on GraphQL, with its schema: requests that these allow, and for REST
 * requests that they do not. Writes docs/results/audit-api.json and .md; exits 1 when a goal is short.
 * `--seconds N` sets how long each of the two goes on at most.
 */
import { parseArgs } from 'node:util';
import { auditGraphqlHttp } from './audit-api/graphql-http.mjs';
import { publish } from './audit-api/publish.mjs';
import { writeResults } from './audit-api/results.mjs';
import { auditGraphql, auditRest, installSchemathesis } from './audit-api/schemathesis.mjs';
import { startServer } from './audit-api/server.mjs';
import { Children } from './demo/children.mjs';
import { goalLine } from './lib/goals.mjs';
import { inFolder } from './lib/in-folder.mjs';

/**
 * @param {Children} children
 * @param {string} folder
 * @param {number} seconds
 */
async function main(children, folder, seconds) {
  const program = await installSchemathesis((line) => console.log(line));
  const server = await startServer(children, folder);
  const token = await publish(server, folder);
  const audit = { program, server, token, seconds, folder, show: process.stdout };
  const found = {
    graphqlHttp: await auditGraphqlHttp(server),
    graphql: await auditGraphql(audit),
    rest: await auditRest(audit),
  };
  const { goals } = await writeResults(found, seconds);
  for (const goal of goals) console.log(goalLine(goal));
  return goals.every(({ ok }) => ok);
}

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '180' } } });
const children = new Children();
await inFolder('cairn-audit', async (folder) => {
  try {
    return await main(children, folder, Number(values.seconds));
  } finally {
    await children.endAll();
  }
});
