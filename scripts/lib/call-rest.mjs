/**
 * Asks a server over REST.
 * @param {string} server
 * @param {string} path
 * @param {{ token?: string, json?: object, form?: object, file?: Blob }} sent
 * @returns {Promise<any>} the envelope
 * @throws Error when the answer is no success
 */
export async function call(server, path, { token, json, form, file }) {
  const headers = token === undefined ? {} : { token };
  const method = json === undefined && form === undefined ? 'GET' : 'POST';
  const response = await fetch(server + path, { method, ...bodyOf(headers, json, form, file) });
  const envelope = await response.json();
  if (response.status !== 200) throw new Error(`${path} answered ${JSON.stringify(envelope)}`);
  return envelope;
}

/**
 * @param {Record<string, string>} headers
 * @param {object | undefined} json
 * @param {object | undefined} form
 * @param {Blob | undefined} file
 */
function bodyOf(headers, json, form, file) {
  if (json !== undefined) {
    return { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(json) };
  }
  if (form === undefined || file === undefined) return { headers };
  const body = new FormData();
  body.append('data', JSON.stringify(form));
  body.append('file', file);
  return { headers, body };
}
