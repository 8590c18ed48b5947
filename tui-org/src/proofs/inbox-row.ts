import { sanitizeForTerminal } from '@cairn/shared-schema';
import type { ClientError } from '@cairn/tui-kit';
import type { KnownProof } from './local-knowledge.js';

/** A proof in the inbox, with what it is found and ordered by: made once, for many searches. */
export interface InboxRow extends KnownProof {
  /** Names as they may be shown. */
  readonly programName: string;
  readonly groupName: string;
  /** All that words are looked for in, in lower case. */
  readonly text: string;
  /** Milliseconds. */
  readonly submittedAt: number;
  /** Why it could not be judged the last time. */
  readonly problem?: ClientError;
}

/** The row of a proof. */
export function inboxRow(known: KnownProof, problem?: ClientError): InboxRow {
  const { proof } = known;
  const programName = sanitizeForTerminal(proof.inputGroup.program.name);
  const groupName = sanitizeForTerminal(proof.inputGroup.name);
  const text = [programName, groupName, proof.id, proof.sha256, proof.donorKey ?? '']
    .join('\n')
    .toLowerCase();
  return {
    ...known,
    programName,
    groupName,
    text,
    submittedAt: Date.parse(proof.submittedAt),
    ...(problem === undefined ? {} : { problem }),
  };
}
