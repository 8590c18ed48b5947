import { invalidArchive } from './archive-error.js';

/** Bytes of a name as text. @throws DomainError PROGRAM_INVALID when they are not UTF-8 */
export function decodeName(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw invalidArchive('has a name that is not UTF-8', bytes.toString('latin1'), cause);
  }
}
