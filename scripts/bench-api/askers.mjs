/**
 * Many who ask one query again and again, each, in a process of its own as `claimers.mjs`: a plain one, which may go to any GraphQL
 * server, unless another is given.
 */
import { failureOf, load } from './load.mjs';

const PLAIN_QUERY = '{ serverInfo { version maxExecutionBytes } }';

/** @type {{ server: string, times: number, atOnce: number, query?: string }} */
const order = JSON.parse(process.argv[2] ?? '{}');
const body = JSON.stringify({ query: order.query ?? PLAIN_QUERY });
console.log(
  JSON.stringify(
    await load(order.server, order, async (connection) => failureOf(await connection.ask(body))),
  ),
);
