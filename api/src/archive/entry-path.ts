import { forbiddenCharacter } from '@cairn/shared-schema';
import { invalidArchive } from './archive-error.js';
import type { UnpackLimits } from './archive-limits.js';

const MAX_SEGMENT_BYTES = 255;

/**
 * Checks an entry's name and brings it to the form `folder/file`; `''` is the archive's own folder.
 * @throws DomainError PROGRAM_INVALID for every name that could lead elsewhere or means different things to different
 * systems
 */
export function entryPath(name: string, limits: UnpackLimits): string {
  if (name === '') throw invalidArchive('has no name', name);
  if (name.startsWith('/'))
    throw invalidArchive('has an absolute path, expected one relative to the package', name);
  if (name.includes('\\'))
    throw invalidArchive('has a backslash in its path, expected / between folders', name);
  if (forbiddenCharacter().test(name)) {
    throw invalidArchive('has a control, bidirectional or zero-width character in its path', name);
  }
  const segments = name
    .replace(/^(?:\.\/)+/u, '')
    .replace(/\/$/u, '')
    .split('/');
  if (segments.length === 1 && (segments[0] === '' || segments[0] === '.')) return '';
  for (const segment of segments) checkSegment(segment, name);
  const path = segments.join('/');
  if (Buffer.byteLength(path) > limits.maxPathLength || segments.length > limits.maxDepth) {
    throw invalidArchive(
      `has a path that is too long, expected at most ${limits.maxPathLength} bytes and ${limits.maxDepth} folders`,
      name,
    );
  }
  return path;
}

function checkSegment(segment: string, name: string): void {
  if (segment === '..' || segment === '.' || segment === '') {
    throw invalidArchive('has "..", "." or nothing as a part of its path', name);
  }
  if (/^[A-Za-z]:/u.test(segment)) throw invalidArchive('has a drive letter in its path', name);
  if (Buffer.byteLength(segment) > MAX_SEGMENT_BYTES)
    throw invalidArchive('has a part of its path that is too long', name);
}
