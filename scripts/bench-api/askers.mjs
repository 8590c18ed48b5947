/**
 * Many who ask one plain query again and again, each, in a process of its own as `claimers.mjs`. The same text may go to any GraphQL
 * server.
 */
import { failureOf, load } from './load.mjs';

const PLAIN_QUERY = '{ serverInfo { version maxExecutionBytes } }';

/** @type {{ server: string, times: number, atOnce: number }} */
const order = JSON.parse(process.argv[2] ?? '{}');
const body = JSON.stringify({ query: PLAIN_QUERY });
console.log(
  JSON.stringify(
    await load(order.server, order, async (connection) => failureOf(await connection.ask(body))),
  ),
);
