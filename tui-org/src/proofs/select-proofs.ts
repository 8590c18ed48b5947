import {
  ProofByIdDocument,
  type ProofByIdQuery,
  type ProofFactsFragment,
  type ProofState,
  ProofsDocument,
} from '@cairn/shared-schema/org';
import { ClientError, UsageError } from '@cairn/tui-kit';
import type { OrgServer } from '../account/org-server.js';
import { allPages } from '../cli/all-pages.js';
import { inPool } from '../pool/in-pool.js';
import { findProgram } from '../programs/find-program.js';

const REQUESTS_AT_ONCE = 8;

/** Which proofs are meant. */
export interface Selection {
  readonly ids: readonly string[];
  /** True when a flag says "all" instead of ids. */
  readonly all: boolean;
  /** Name of that flag, for messages. */
  readonly allFlag: string;
  /** Of one program only. */
  readonly program?: string | undefined;
}

/**
 * The proofs that are meant: those of the ids, or all that wait for a decision.
 * @throws UsageError for neither or both; ClientError PROOF_NOT_FOUND
 */
export async function selectProofs(server: OrgServer, selection: Selection): Promise<ProofFactsFragment[]> {
  const { ids, all, allFlag, program } = selection;
  if (all === ids.length > 0) {
    throw new UsageError(all ? `both proof ids and ${allFlag} were given` : 'no proof was named', {
      expected: `ids of proofs, or ${allFlag}`,
      help: '`cairn-org proofs` lists them with their ids',
    });
  }
  if (all) return listProofs(server, { program, state: 'SUBMITTED' });
  return inPool([...new Set(ids)], REQUESTS_AT_ONCE, (id) => readProof(server, id));
}

/** The organization's proofs, oldest first. */
export async function listProofs(
  server: OrgServer,
  { program, state }: { program?: string | undefined; state?: ProofState | undefined },
): Promise<ProofFactsFragment[]> {
  const programId = program === undefined ? undefined : (await findProgram(server, program)).id;
  return allPages(
    async (page) =>
      (await server.call((api) => api.request(ProofsDocument, { programId, state, ...page }))).proofs,
  );
}

/** One proof, with links that hold for minutes. @throws ClientError PROOF_NOT_FOUND */
export async function readProof(server: OrgServer, id: string): Promise<OwnProof> {
  const proof = await findProof(server, id);
  if (proof) return proof;
  throw new ClientError(`there is no proof ${JSON.stringify(id)} for this organization`, {
    code: 'PROOF_NOT_FOUND',
    expected: 'the id of a proof of one of your programs',
    help: '`cairn-org proofs` lists them with their ids',
  });
}

/** Whether the organization has a proof. */
export async function hasProof(server: OrgServer, id: string): Promise<boolean> {
  return (await findProof(server, id)) !== null;
}

type OwnProof = NonNullable<ProofByIdQuery['proof']>;

async function findProof(server: OrgServer, id: string): Promise<OwnProof | null> {
  return (await server.call((api) => api.request(ProofByIdDocument, { id }))).proof ?? null;
}
