import { basename } from 'node:path';

/**
 * A file on its way to the server. Put it where the operation has a variable of type `Upload`. It is a Blob only so
 * that it fits the generated types; a file on disk is read when the request is sent, piece by piece, and `size` of
 * such a one is 0.
 */
export class FileUpload extends Blob {
  private constructor(
    readonly source: { readonly path: string } | { readonly bytes: Uint8Array<ArrayBuffer> },
    readonly fileName: string,
    type: string,
  ) {
    super('bytes' in source ? [source.bytes] : [], { type });
  }

  /** A file on disk. */
  static fromPath(path: string, type = 'application/octet-stream'): FileUpload {
    return new FileUpload({ path }, basename(path), type);
  }

  /** A small text that exists only in memory, such as one group cut from a CSV file. */
  static fromText(fileName: string, text: string, type = 'text/plain'): FileUpload {
    return new FileUpload({ bytes: new TextEncoder().encode(text) }, fileName, type);
  }
}
