import type { EntityManager } from '@mikro-orm/sql';
import type { Organization } from '../account/organization.entity.js';
import { dialectOf } from '../database/dialect.js';
import { newId } from '../database/new-id.js';
import type { Proof } from '../proof/proof.entity.js';
import { addRows } from './add-rows.js';
import { ProvenStatement, statementId } from './proven-statement.entity.js';
import { Receipt } from './receipt.entity.js';

type Signed = Proof & { readonly donorKey: string; readonly outputHash: string };

/**
 * Gives donors credit and receipts for proofs, inside the transaction that confirms them, with as many statements for one
 * as for many. A statement counts once, for the donor whose proof of it was accepted first.
 */
export async function giveCredit(
  em: EntityManager,
  { id, name }: Pick<Organization, 'id' | 'name'>,
  proofs: readonly Proof[],
  now: Date,
): Promise<void> {
  const signed = proofs.filter(isSigned);
  if (signed.length === 0) return;
  const statements = await lockStatements(em, signed.map(statementId));
  const counted = countable(signed, statements);
  await countNow(em, counted, now);
  await addRows(em, counted);
  // A stranger's statement earns no receipt either. Unbound, the same statement may be true of many inputs.
  const receipts = signed.filter(
    (proof) => !proof.bound || statements.get(statementId(proof))?.donorKey === proof.donorKey,
  );
  const facts = { organizationId: id, organization: name, confirmedAt: now };
  if (receipts.length > 0)
    await em.insertMany(
      Receipt,
      receipts.map((proof, position) => ({ id: newId(now, position), ...receiptOf(proof), ...facts })),
    );
}

function isSigned(proof: Proof): proof is Signed {
  return proof.donorKey !== null && proof.outputHash !== null;
}

interface StatementRow {
  readonly id: string;
  readonly donorKey: string | null;
  readonly countedAt: unknown;
}

/** Whose they are and whether they have counted; nobody changes that until the transaction ends. */
async function lockStatements(em: EntityManager, ids: readonly string[]): Promise<Map<string, StatementRow>> {
  const rows = await em.execute<StatementRow[]>(
    `select id, donor_key as donorKey, counted_at as countedAt from proven_statement where id in (?) order by id
     ${dialectOf(em) === 'mysql' ? 'for update' : ''}`,
    [[...new Set(ids)].sort()],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Of each statement that has not counted, the first proof by the donor whose it is. */
function countable(signed: readonly Signed[], statements: ReadonlyMap<string, StatementRow>): Signed[] {
  const first = new Map<string, Signed>();
  for (const proof of signed) {
    const id = statementId(proof);
    const { donorKey, countedAt } = statements.get(id) ?? { donorKey: null, countedAt: null };
    if (donorKey === proof.donorKey && countedAt === null && !first.has(id)) first.set(id, proof);
  }
  return [...first.values()];
}

async function countNow(em: EntityManager, counted: readonly Signed[], now: Date): Promise<void> {
  if (counted.length === 0) return;
  const id = { $in: counted.map(statementId) };
  await em.nativeUpdate(ProvenStatement, { id }, { countedAt: now });
}

function receiptOf({ id, donorKey, programHash, inputCommitment, inputBinding, ...proof }: Signed) {
  const { outputHash, sha256: proofHash, provenRows } = proof;
  const proven = { programHash, inputCommitment, inputBinding, outputHash, proofHash, provenRows };
  return { proof: id, donor: donorKey, ...proven };
}
