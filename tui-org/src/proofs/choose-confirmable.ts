import { ClientError, ExitCode } from '@cairn/tui-kit';
import type { KnownProof } from './local-knowledge.js';

/** How strict to be. */
export interface Choice {
  /** All that can be confirmed are meant, not certain ones. */
  readonly all: boolean;
  /** What was not verified here may be confirmed too. */
  readonly unverified: boolean;
}

/**
 * The proofs that may be confirmed: those found valid here against what is known now.
 * @throws ClientError when one that was named is invalid, or was not verified here and that is not allowed
 */
export function chooseConfirmable(known: readonly KnownProof[], { all, unverified }: Choice): KnownProof[] {
  const isValid = ({ verdict }: KnownProof) => verdict?.valid === true;
  const isOpen = ({ verdict }: KnownProof) => unverified && verdict === undefined;
  const chosen = known.filter((one) => isValid(one) || isOpen(one));
  if (all || chosen.length === known.length) return chosen;
  const invalid = known.filter(({ verdict }) => verdict?.valid === false);
  throw invalid.length > 0 ? foundInvalid(invalid) : notVerified(known.filter((one) => !isValid(one)));
}

function foundInvalid(invalid: readonly KnownProof[]): ClientError {
  const ids = invalid.map(({ proof }) => proof.id);
  return new ClientError(`verification here found these proofs invalid: ${ids.join(', ')}`, {
    code: 'PROOF_INVALID',
    exitCode: ExitCode.notSo,
    expected: 'valid proofs; nothing was confirmed',
    help: 'reject them: cairn-org reject PROOF --reason "…"',
    details: { proofIds: ids },
  });
}

function notVerified(open: readonly KnownProof[]): ClientError {
  const ids = open.map(({ proof }) => proof.id);
  return new ClientError(`these proofs were not verified on this machine: ${ids.join(', ')}`, {
    code: 'NOT_VERIFIED',
    exitCode: ExitCode.notSo,
    expected: 'proofs that `cairn-org verify` found valid; nothing was confirmed',
    help: `run \`cairn-org verify ${ids[0]}${ids.length > 1 ? ' …' : ''}\` first, or add --unverified to trust the server`,
    details: { proofIds: ids },
  });
}
