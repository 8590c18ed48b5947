import type { EntityManager } from '@mikro-orm/sql';
import { inputGroupNotFound } from '../input-group/input-group-not-found.js';
import type { Calldata, InputBinding } from '../program/program.enums.js';

/** What of an input group and its program a proof is held against. */
export interface ProvableGroup {
  readonly id: string;
  readonly inputSha256: string;
  readonly inputCommitment: string;
  readonly program: {
    readonly id: string;
    readonly organization: { readonly id: string };
    readonly programHash: string;
    readonly executableSha256: string;
    readonly inputBinding: InputBinding;
    readonly calldata: Calldata;
    /** From where it was published: see `donorNetwork`. */
    readonly publisherNetwork: string | null;
  };
}

type Row = Omit<ProvableGroup, 'program'> &
  Omit<ProvableGroup['program'], 'id' | 'organization'> & { programId: string; organizationId: string };

/**
 * Reads it in one statement, and nothing else: a program's row has long texts too.
 * @throws DomainError INPUT_GROUP_NOT_FOUND
 */
export async function requireProvableGroup(em: EntityManager, id: string): Promise<ProvableGroup> {
  const [row] = await em.execute<Row[]>(
    `select g.id, g.input_sha256 as "inputSha256", g.input_commitment as inputCommitment,
       p.id as programId, p.organization_id as organizationId, p.program_hash as programHash,
       p.executable_sha256 as "executableSha256", p.input_binding as inputBinding, p.calldata,
       p.publisher_network as publisherNetwork
     from input_group g join program p on p.id = g.program_id where g.id = ?`,
    [id],
  );
  if (row === undefined) throw inputGroupNotFound();
  const { inputSha256, inputCommitment, programId, organizationId, ...program } = row;
  return {
    id,
    inputSha256,
    inputCommitment,
    program: { ...program, id: programId, organization: { id: organizationId } },
  };
}
