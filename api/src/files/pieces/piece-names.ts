const UPLOAD_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const PIECE_NAME = /^\d{16}$/u;

/** Whether a text has the form of an upload's id. */
export function isUploadId(text: string): boolean {
  return UPLOAD_ID.test(text);
}

/**
 * The id, when it is one.
 * @throws TypeError for any other text: none of them becomes a path or a key
 */
export function requireUploadId(text: string): string {
  if (isUploadId(text)) return text;
  throw new TypeError('Not the id of an upload: expected a UUID in lower case.');
}

/** The name of the piece that begins at an offset; names sort as the offsets do. */
export function pieceName(offset: number): string {
  return String(offset).padStart(16, '0');
}

/** Where the piece of this name begins; undefined for a name that is not ours. */
export function offsetOfName(name: string): number | undefined {
  return PIECE_NAME.test(name) ? Number(name) : undefined;
}
