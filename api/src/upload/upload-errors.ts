import { DomainError, type DomainErrorOptions, type ErrorCode } from '@cairn/shared-schema';

/** A refusal whose HTTP status is the upload protocol's own. */
class ProtocolError extends DomainError {
  constructor(
    private readonly httpStatus: number,
    code: ErrorCode,
    message: string,
    options: DomainErrorOptions,
  ) {
    super(code, message, options);
  }

  override get status(): number {
    return this.httpStatus;
  }
}

const BEGIN = 'Ask for it by beginUpload.';

/** UPLOAD_NOT_FOUND: there never was one, it is another's, or it was not gone on with in time. */
export function uploadNotFound(): DomainError {
  return new DomainError('UPLOAD_NOT_FOUND', 'There is no such upload of this reservation.', {
    help: 'Begin it by beginUpload; what was not gone on with for an hour is removed.',
  });
}

/** UPLOAD_NOT_FOUND for one that was handed in, and did not become what is asked for. */
export function uploadUsed(): DomainError {
  return new DomainError('UPLOAD_NOT_FOUND', 'The upload was handed in before, and its bytes are gone.', {
    help: 'Begin it anew by beginUpload.',
  });
}

/** FORBIDDEN for a link that has expired or was altered. */
export function linkInvalid(): DomainError {
  return new DomainError('FORBIDDEN', 'This upload link has expired or was not made by this server.', {
    help: 'Ask for the upload again by beginUpload to get a new link; nothing that was sent is lost.',
  });
}

/** 409: the bytes do not follow on what is there. */
export function wrongOffset(found: number, expected: number): DomainError {
  return new DomainError('INVALID_STATE', `Upload-Offset: found ${found}, expected ${expected}.`, {
    help: 'Send the bytes from there on.',
    details: { field: 'Upload-Offset', found: String(found), expected: String(expected) },
  });
}

/** 423: somebody else appends to it, or hands it in, at this moment. */
export function beingWritten(waitMs: number): DomainError {
  const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1000));
  return new ProtocolError(423, 'SERVER_BUSY', 'Another request sends or hands in this upload now.', {
    help: 'End it, or try again when it has ended.',
    details: { retryAfterSeconds },
  });
}

/** 460: all bytes came, and they are others than announced. Nothing of them is kept. */
export function checksumMismatch(found: string, expected: string): DomainError {
  return new ProtocolError(460, 'INVALID_REQUEST', `The file's SHA-256 is ${found}, expected ${expected}.`, {
    help: 'Nothing of it was kept: send the file from its beginning, or announce the right hash.',
    details: { field: 'sha256', found, expected },
  });
}

/** 412: another version of the protocol. */
export function otherProtocol(found: string): DomainError {
  return new ProtocolError(412, 'INVALID_REQUEST', `Tus-Resumable: found ${found}, expected 1.0.0.`, {
    help: 'Speak version 1.0.0 of the tus protocol.',
  });
}

/** 415: bytes of an upload have a content type of their own. */
export function otherContentType(found: string, expected: string): DomainError {
  return new ProtocolError(415, 'INVALID_REQUEST', `Content-Type: found ${found}, expected ${expected}.`, {
    help: 'Send the bytes as they are, with this content type.',
  });
}

/** FILE_TOO_LARGE: more bytes than announced. */
export function longerThanAnnounced(size: number): DomainError {
  return new DomainError(
    'FILE_TOO_LARGE',
    `The upload is longer than the ${size} bytes that were announced.`,
    {
      help: `Send no more than that, or begin it anew with its real length. ${BEGIN}`,
      details: { expected: `${size} bytes` },
    },
  );
}

/** INVALID_REQUEST: it came in too many small pieces. */
export function tooManyPieces(most: number): DomainError {
  return new DomainError('INVALID_REQUEST', `The upload has ${most} pieces, the most that one may have.`, {
    help: `Begin it anew, and send more at once. ${BEGIN}`,
  });
}

/** INVALID_STATE: bytes are missing. */
export function notWhole(offset: number, size: number): DomainError {
  return new DomainError('INVALID_STATE', `The upload has ${offset} of ${size} bytes.`, {
    help: 'Send the rest to the link that beginUpload tells, then hand it in.',
    details: { found: `${offset} bytes`, expected: `${size} bytes` },
  });
}
