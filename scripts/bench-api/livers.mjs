/**
 * Whole lives of input groups, for a process of its own as `claimers.mjs`: many donors claim and hand in a real proof, which the
 * server verifies; the organization confirms it.
 */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { failureOf, load } from './load.mjs';

const CLAIM = `mutation Claim($clientKey: String!) {
  reserveInputGroup(input: { kind: EXECUTE_AND_PROVE, clientKey: $clientKey }) { token inputGroup { id } }
}`;
const SUBMIT = 'mutation Submit($input: SubmitProofInput!) { submitProof(input: $input) { id } }';
const CONFIRM =
  'mutation Confirm($input: ConfirmProofsInput!) { confirmProofs(input: $input) { error { code } } }';
const BOUNDARY = 'a-proof-of-the-benchmark';

/** So many proofs the organization confirms at once. */
const AT_ONCE = 20;

/** @type {{ server: string, times: number, atOnce: number, proof: string, ownerToken: string }} */
const order = JSON.parse(process.argv[2] ?? '{}');
const proof = await readFile(order.proof);
/** @type {string[]} */
const proven = [];
const loaded = await load(order.server, order, live);
console.log(JSON.stringify({ ...loaded, left: proven.length }));

/** @param {import('./connection.mjs').Connection} connection */
async function live(connection) {
  const variables = { clientKey: randomBytes(16).toString('hex') };
  const claimed = await connection.ask(JSON.stringify({ query: CLAIM, variables }));
  if (claimed.errors) return failureOf(claimed);
  const { token, inputGroup } = claimed.data.reserveInputGroup;
  const submitted = await connection.ask(
    multipart({ inputGroupId: inputGroup.id, token, proof: null }),
    `content-type: multipart/form-data; boundary=${BOUNDARY}\r\napollo-require-preflight: 1\r\n`,
  );
  if (submitted.errors) return failureOf(submitted);
  proven.push(submitted.data.submitProof.id);
  return proven.length < AT_ONCE ? undefined : confirm(connection, proven.splice(0, AT_ONCE));
}

/**
 * @param {import('./connection.mjs').Connection} connection
 * @param {string[]} proofIds
 */
async function confirm(connection, proofIds) {
  const answer = await connection.ask(
    JSON.stringify({ query: CONFIRM, variables: { input: { proofIds } } }),
    `content-type: application/json\r\nauthorization: Bearer ${order.ownerToken}\r\n`,
  );
  if (answer.errors) return failureOf(answer);
  return answer.data.confirmProofs.find((/** @type {any} */ one) => one.error)?.error.code;
}

/** @param {object} input with the proof to come */
function multipart(input) {
  const operations = JSON.stringify({ query: SUBMIT, variables: { input } });
  const field = (/** @type {string} */ name, /** @type {string} */ value) =>
    `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const file = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="0"; filename="proof.bin"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const head = field('operations', operations) + field('map', '{"0":["variables.input.proof"]}') + file;
  return Buffer.concat([Buffer.from(head), proof, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
}
