/**
 * Many donors who claim at once: a process of its own, so that its CPU time is not the server's. Told by one JSON argument,
 * answers with one line of JSON on stdout.
 */
import { randomBytes, randomInt } from 'node:crypto';
import { failureOf, load } from './load.mjs';

const CLAIM = `mutation Claim($clientKey: String!) {
  reserveInputGroup(input: { kind: EXECUTE, clientKey: $clientKey }) { id token inputGroup { id } }
}`;

/** @type {{ server: string, times: number, atOnce: number }} */
const order = JSON.parse(process.argv[2] ?? '{}');
/** @type {string[]} */
const groups = [];
const loaded = await load(order.server, order, async (connection) => {
  const variables = { clientKey: randomBytes(16).toString('hex') };
  const headers = `content-type: application/json\r\nx-forwarded-for: ${anAddress()}\r\n`;
  const answer = await connection.ask(JSON.stringify({ query: CLAIM, variables }), headers);
  if (answer.data) groups.push(answer.data.reserveInputGroup.inputGroup.id);
  return failureOf(answer);
});
console.log(JSON.stringify({ ...loaded, groups }));

/** Of one donor among millions. */
function anAddress() {
  return `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`;
}
