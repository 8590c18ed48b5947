import { invalidArchive } from './archive-error.js';
import { decodeName } from './decode-name.js';
import { checkName, type PaxFacts, parsePax } from './pax-records.js';
import type { TarHeader } from './tar-header.js';

/**
 * Reads a pax header or a GNU long name; undefined for a global one, which may hold comments only.
 * @throws DomainError PROGRAM_INVALID
 */
export function parseExtension(header: TarHeader, body: Buffer): PaxFacts | undefined {
  if (header.kind === 'long-name') {
    return { path: checkName(decodeName(body).replace(/\0+$/u, '')), size: undefined };
  }
  const facts = parsePax(body);
  if (header.kind !== 'global-pax') return facts;
  if (facts.path !== undefined || facts.size !== undefined) {
    throw invalidArchive('gives one name or size to all entries', facts.path);
  }
  return undefined;
}

/** The entry under its long name. A size may be said twice, but not in two ways. */
export function applyExtension<Header extends TarHeader>(
  header: Header,
  extension: PaxFacts | undefined,
): Header {
  if (extension?.size !== undefined && extension.size !== String(header.size)) {
    throw invalidArchive('has two different sizes', header.name);
  }
  return { ...header, name: extension?.path ?? header.name };
}
