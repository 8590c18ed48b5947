import { DomainError } from '@cairn/shared-schema';
import { inputGroupPath } from '../answers/path.js';
import { fileRoute } from '../define-route.js';
import { openStored } from '../files/file-answer.js';
import { requireOwnedProof } from '../require-owned.js';

const BINARY = 'application/octet-stream';

export const downloadProof = fileRoute(
  {
    id: 'downloadProof',
    method: 'GET',
    path: '/program/proof/{program_id}/{input_group_id}',
    summary: 'Returns the proof that a donor uploaded for an input group.',
    operation: 'proof',
    changes: false,
    errors: ['PROGRAM_NOT_FOUND', 'INPUT_GROUP_NOT_FOUND', 'PROOF_NOT_FOUND'],
  },
  { params: inputGroupPath, file: BINARY },
  async ({ ctx, params }) => {
    const proof = await requireOwnedProof(ctx, params);
    if (!proof.fileKept) {
      throw new DomainError('PROOF_NOT_FOUND', "The proof's file was deleted when the proof was confirmed.", {
        help: 'Its output and hash are kept: ask for them over GraphQL.',
      });
    }
    const stored = await openStored(ctx.files, proof.sha256, 'PROOF_NOT_FOUND');
    return { ...stored, filename: `${params.input_group_id}.bin`, contentType: BINARY };
  },
);
