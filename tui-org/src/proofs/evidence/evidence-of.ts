import type { ProofByIdQuery } from '@cairn/shared-schema/org';
import { formatBytes, formatCount, formatDuration } from '@cairn/tui-kit';
import type { KnownProof } from '../local-knowledge.js';
import { boundLabel, verdictLabel } from '../proof-labels.js';
import { type Check, checksOf } from './checks-of.js';
import { type DecodedOutput, decodedOutput } from './decoded-output.js';

/** What is asked about one proof only, when somebody looks at it. */
export type ProofDetails = Pick<NonNullable<ProofByIdQuery['proof']>, 'proveSeconds'> & {
  readonly rejections: NonNullable<ProofByIdQuery['proof']>['inputGroup']['rejections'];
};

/** All that a person needs to decide on a proof. Texts from outside are as they came. */
export interface Evidence {
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly checks: readonly Check[];
  readonly output: DecodedOutput;
  readonly rejections: ProofDetails['rejections'];
}

/** @param details undefined until the server has been asked */
export function evidenceOf(
  known: KnownProof & { readonly problem?: Error | undefined },
  details: ProofDetails | undefined,
): Evidence {
  const { proof, statement, verdict } = known;
  const { inputGroup } = proof;
  const shown = verdict?.valid ? verdict : proof;
  const facts: (readonly [string, string])[] = [
    ['program', inputGroup.program.name],
    ['input group', inputGroup.name],
    ['state', proof.state === 'SUBMITTED' ? 'waiting for a decision' : proof.state.toLowerCase()],
    ['here', verdictLabel({ verdict, ...(known.problem && { problem: known.problem }) })],
    ['binding', boundLabel(statement)],
    ['steps', formatCount(shown.steps)],
    ['proven rows', formatCount(shown.provenRows)],
    ['security', `${shown.securityBits} bits`],
    ['donor', proof.donorKey ?? 'has not signed'],
    ['submitted', proof.submittedAt],
    ...(proof.decidedAt === null ? [] : [['decided', proof.decidedAt] as const]),
    ['size', formatBytes(proof.size)],
    ['SHA-256', proof.sha256],
    ...(details?.proveSeconds == null
      ? []
      : [['proving took', `${formatDuration(details.proveSeconds)}, as the donor says`] as const]),
    ['id', proof.id],
  ];
  return {
    facts,
    checks: checksOf(known),
    output: decodedOutput(known),
    rejections: details?.rejections ?? [],
  };
}
