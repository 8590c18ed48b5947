/** A name and a value that are signed. */
export type SignedField = readonly [name: string, value: string];

/**
 * The bytes under a signature: the purpose in a line, then a line for each field, `NAME LENGTH VALUE`, where LENGTH counts
 * the bytes of the value in UTF-8. Nothing but these values makes these bytes, and a signature for one purpose is none for
 * another. See `docs/credit.md`.
 */
export function signedBytes(purpose: string, fields: readonly SignedField[]): Buffer {
  const lines = fields.map(([name, value]) => `${name} ${Buffer.byteLength(value)} ${value}\n`);
  return Buffer.from(`${purpose}\n${lines.join('')}`);
}
