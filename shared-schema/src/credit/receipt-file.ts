import { forbiddenCharacter } from '../text/forbidden-characters.js';
import { isPublicKey, isSignature } from './ed25519.js';
import { RECEIPT_FIELDS, type Receipt } from './receipt.js';

/** Larger than any receipt: more is not read. */
export const MAX_RECEIPT_BYTES = 8192;

const SHA256 = /^[0-9a-f]{64}$/u;
const FELT = /^0x[0-9a-f]{1,64}$/u;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u;
const NOT_A_NAME = forbiddenCharacter();

const matches = (form: RegExp) => (found: unknown) => typeof found === 'string' && form.test(found);
const isText = (found: unknown): boolean =>
  typeof found === 'string' && found !== '' && found.length <= 400 && !NOT_A_NAME.test(found);

const FORMS: Readonly<Record<keyof Receipt, (found: unknown) => boolean>> = {
  server: (found) => typeof found === 'string' && isPublicKey(found),
  donor: (found) => typeof found === 'string' && isPublicKey(found),
  programHash: matches(FELT),
  inputCommitment: matches(FELT),
  inputBinding: matches(/^(POSEIDON|ECHO|NONE)$/u),
  outputHash: matches(SHA256),
  proofHash: matches(SHA256),
  provenRows: (found) => Number.isSafeInteger(found) && Number(found) >= 0,
  organizationId: matches(/^[0-9a-f-]{36}$/u),
  organization: isText,
  confirmedAt: matches(TIME),
  signature: (found) => typeof found === 'string' && isSignature(found),
};

/** Thrown for a file that is no receipt; says which field, and what of it. */
export class NoReceiptError extends Error {}

/** The text of a receipt's file. */
export function formatReceipt(receipt: Receipt): string {
  const said = Object.fromEntries(RECEIPT_FIELDS.map((name) => [name, receipt[name]]));
  return `${JSON.stringify({ cairnReceipt: 1, ...said, signature: receipt.signature }, undefined, 2)}\n`;
}

/**
 * Reads a receipt's file. Its form alone is checked, and that nothing stands in it that is not signed: whether the signature
 * holds, and whose it is, are questions of their own.
 * @throws NoReceiptError
 */
export function readReceipt(text: string): Receipt {
  if (Buffer.byteLength(text) > MAX_RECEIPT_BYTES)
    throw new NoReceiptError(`it has more than ${MAX_RECEIPT_BYTES} bytes`);
  const found = parse(text);
  if (found.cairnReceipt !== 1) throw new NoReceiptError('it does not begin with "cairnReceipt": 1');
  const known = new Set<string>(['cairnReceipt', ...Object.keys(FORMS)]);
  const unknown = Object.keys(found).find((name) => !known.has(name));
  if (unknown !== undefined)
    throw new NoReceiptError(`it has a field ${JSON.stringify(unknown)}, which no receipt has`);
  for (const [name, isRight] of Object.entries(FORMS)) {
    if (!isRight(found[name])) throw new NoReceiptError(`its field ${name} is missing or has another form`);
  }
  const { cairnReceipt: _, ...receipt } = found;
  return receipt as unknown as Receipt;
}

function parse(text: string): Record<string, unknown> {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch (cause) {
    throw new NoReceiptError('it is not valid JSON', { cause });
  }
  if (typeof found === 'object' && found !== null && !Array.isArray(found))
    return found as Record<string, unknown>;
  throw new NoReceiptError('it is no JSON object');
}
