import { basename } from 'node:path';

/** A file on its way to the server. Put it where the operation has a variable of type `Upload`. */
export class FileUpload {
  private constructor(
    readonly source: { readonly path: string } | { readonly bytes: Uint8Array },
    readonly fileName: string,
    readonly contentType: string,
  ) {}

  /** A file on disk: it is streamed when the request is sent, never read whole. */
  static fromPath(path: string, contentType = 'application/octet-stream'): FileUpload {
    return new FileUpload({ path }, basename(path), contentType);
  }

  /** A small text that exists only in memory, such as one group cut from a CSV file. */
  static fromText(fileName: string, text: string, contentType = 'text/plain'): FileUpload {
    return new FileUpload({ bytes: new TextEncoder().encode(text) }, fileName, contentType);
  }
}
