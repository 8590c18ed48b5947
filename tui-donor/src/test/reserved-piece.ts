import type { Reservation } from '../server/donor-api.js';
import type { ReservedPiece } from '../work/piece-of-work.js';

/** A piece of work as the server gives it, for tests. */
export function reservedPiece(changes: Partial<Reservation> = {}): ReservedPiece {
  const program = {
    id: 'p1',
    name: 'fold',
    programHash: '0x11',
    inputBinding: 'POSEIDON',
    calldata: 'ARRAY',
    expectedSteps: null,
    maxSteps: null,
    leaseSeconds: 60,
    executableUrl: '/files/executable',
    executableSha256: 'a'.repeat(64),
    organization: { id: 'o1', name: 'Folders', decisions: { confirmed: 3, rejected: 1 } },
  } as const;
  const inputGroup = {
    id: 'g1',
    name: 'first',
    state: 'RESERVED',
    inputCommitment: '0x22',
    inputSha256: 'b'.repeat(64),
    inputUrl: '/files/input',
    program,
    execution: null,
  } as const;
  const reservation = {
    id: 'r1',
    token: 'token',
    kind: 'EXECUTE_AND_PROVE',
    state: 'LIVE',
    fencingNumber: 1,
    expiresAt: '2030-01-01T00:00:00.000Z',
    inputGroup,
    ...changes,
  } as const;
  return {
    clientKey: 'key-of-the-test-1234',
    serverUrl: 'http://127.0.0.1:1',
    request: { kind: reservation.kind },
    reservation: { ...reservation, token: 'token' },
  };
}
