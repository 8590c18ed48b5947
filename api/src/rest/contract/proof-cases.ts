import type { CaseTable, ContractCases, Send } from './contract-case.js';
import type { ContractWorld } from './contract-world.js';

const prepare = (world: ContractWorld) => world.prove();

/** Sends the proof of the input group `a`, or something in its place. */
const upload =
  (changes: (world: ContractWorld) => Record<string, unknown> = () => ({}), file?: Buffer): Send =>
  (as, world) =>
    as.sendForm('/program/proof', file ?? world.proven.fixture.a.proof, {
      ...world.idsOfA,
      ...changes(world),
    });

/** A request about the proof of the input group `a`, which has been handed in. */
function aboutProof(method: string, errors: ContractCases['errors'] = {}): ContractCases {
  const ask: Send = (as, world) => as.raw(method, world.toGroupA('proof'));
  return {
    prepare,
    success: ask,
    errors: {
      PROGRAM_NOT_FOUND: (_as, world) => ask(world.other, world),
      INPUT_GROUP_NOT_FOUND: (as, { programId }) => as.raw(method, `/program/proof/${programId}/x`),
      PROOF_NOT_FOUND: ask,
      ...errors,
    },
  };
}

/** The same once the proof has been confirmed. */
const afterConfirming =
  (method: string): Send =>
  async (as, world) => {
    await world.prove();
    await as.raw('DELETE', world.toGroupA('proof'));
    return as.raw(method, world.toGroupA('proof'));
  };

export const PROOF_CASES: CaseTable = {
  uploadProof: {
    success: upload(),
    errors: {
      ACCOUNT_NOT_FOUND: upload(() => ({ organization_id: 'x' })),
      PROGRAM_NOT_FOUND: upload(() => ({ program_id: 'x' })),
      INPUT_GROUP_NOT_FOUND: upload(() => ({ input_group_id: 'x' })),
      RESERVATION_NOT_FOUND: upload(() => ({ token: 'x' })),
      PROOF_REJECTED: upload(({ proven }) => ({ input_group_id: proven.groups.b.id })),
      SUPERSEDED: async (as, world) => {
        await world.prove();
        return upload(undefined, Buffer.from('another proof'))(as, world);
      },
      FILE_TOO_LARGE: upload(undefined, Buffer.alloc(8 * 1024 * 1024 + 1)),
    },
  },
  downloadProof: aboutProof('GET'),
  rejectProof: aboutProof('PATCH', { INVALID_STATE: afterConfirming('PATCH') }),
  confirmProof: aboutProof('DELETE', { INVALID_STATE: afterConfirming('DELETE') }),
  listProvenPrograms: {
    prepare,
    success: (as) => as.raw('GET', '/program/proofs'),
    errors: {},
  },
  listProvenInputGroups: {
    prepare,
    success: (as, { programId }) => as.raw('GET', `/program/proofs/${programId}`),
    errors: { PROGRAM_NOT_FOUND: (as) => as.raw('GET', '/program/proofs/x') },
  },
};
