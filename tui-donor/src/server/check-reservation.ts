import { UnexpectedAnswerError } from '@cairn/tui-kit';
import type { Reservation } from './donor-api.js';

/** What the donor reads without asking whether it is there; what the schema lets be null is asked where it is used. */
const EXPECTED = {
  string: [
    'id',
    'kind',
    'state',
    'expiresAt',
    'inputGroup.id',
    'inputGroup.name',
    'inputGroup.state',
    'inputGroup.inputCommitment',
    'inputGroup.inputSha256',
    'inputGroup.program.id',
    'inputGroup.program.name',
    'inputGroup.program.programHash',
    'inputGroup.program.inputBinding',
    'inputGroup.program.calldata',
    'inputGroup.program.executableSha256',
    'inputGroup.program.organization.id',
    'inputGroup.program.organization.name',
  ],
  number: ['fencingNumber', 'inputGroup.program.leaseSeconds'],
} as const;

/**
 * Checks that a server's reservation is one before anything is built on it.
 * @throws UnexpectedAnswerError that names the first field that is not as the schema has it
 */
export function checkReservation(found: Reservation, url: string): Reservation {
  for (const type of ['string', 'number'] as const) {
    for (const path of EXPECTED[type]) {
      if (typeof valueAt(found, path) === type) continue;
      throw new UnexpectedAnswerError(url, `with a reservation whose ${path} is no ${type}`);
    }
  }
  return found;
}

function valueAt(root: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    return value !== null && typeof value === 'object' ? Reflect.get(value, key) : undefined;
  }, root);
}
