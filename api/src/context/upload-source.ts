import type { Readable } from 'node:stream';

/** A file that is being sent: read once, as it arrives. */
export interface UploadSource {
  /** The sender's own name of the file; shown in messages, never used as a path. */
  readonly filename: string;
  /** Starts reading. May be called once. */
  open(): Readable;
}
