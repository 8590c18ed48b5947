import { DomainError } from '@cairn/shared-schema';
import { type FileUpload, GraphQLUpload } from 'graphql-upload-minimal';
import type { UploadSource } from '../context/upload-source.js';

/** A file of a multipart request. */
export const UploadScalar = GraphQLUpload;

/** What the scalar's value is: the file, once the request has come to it. */
export type UploadValue = Promise<FileUpload>;

/**
 * The file as operations take it.
 * @throws DomainError INVALID_REQUEST when the request does not carry it.
 */
export function uploadSource(value: UploadValue): Promise<UploadSource> {
  const source = whenItComes(value);
  // An operation that ends before it asks for the file leaves nobody to take the error, which would end the process.
  source.catch(() => {});
  return source;
}

async function whenItComes(value: UploadValue): Promise<UploadSource> {
  const file = await value.catch((cause: unknown) => {
    throw unreadable('The request ended before the file came', cause);
  });
  return {
    filename: file.filename,
    open: () => {
      try {
        return file.createReadStream();
      } catch (cause) {
        throw unreadable('The file cannot be read: it is used twice, or the connection broke', cause);
      }
    },
  };
}

function unreadable(what: string, cause: unknown): DomainError {
  return new DomainError('INVALID_REQUEST', `${what}.`, {
    help: 'Send the request again, with one part for each file and each file used once.',
    cause,
  });
}
