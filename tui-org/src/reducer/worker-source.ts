/** What the worker answers: the value as JSON, or why there is none. */
export type WorkerAnswer = { readonly json: string } | { readonly error: string };

/** The worker's own code; a text, so that it is the same whether this client runs compiled or not. */
export const WORKER_SOURCE = `
const MAX_ANSWER = 1024 * 1024;
const plain = (_, value) => {
  if (typeof value !== 'bigint') return value;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
};
async function answer({ url, rows, columns }) {
  const { default: reduce } = await import(url);
  if (typeof reduce !== 'function') throw new TypeError('its default export is no function');
  const json = JSON.stringify(await reduce(rows, columns), plain);
  if (json === undefined) throw new TypeError('it answered nothing that JSON can hold');
  if (json.length > MAX_ANSWER) throw new RangeError('its answer has ' + json.length + ' characters as JSON');
  return json;
}
process.once('message', (work) => {
  const send = process.send.bind(process);
  answer(work).then(
    (json) => send({ json }),
    (error) => send({ error: String(error?.message ?? error).slice(0, 2000) }),
  );
});
`;
