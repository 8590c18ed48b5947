import type { ProofFactsFragment } from '@cairn/shared-schema/org';
import type { RememberedVerdict } from './verdicts.js';

/** What the server shows of a proof and the verified proof does not say. */
export function disputesOf(shown: ProofFactsFragment, verdict: RememberedVerdict): string[] {
  if (!verdict.valid) return [];
  const facts: [what: string, server: string, here: string][] = [
    ['program hash', shown.programHash, verdict.programHash],
    ['input commitment', shown.inputCommitment, verdict.inputCommitment],
    ['output', shown.output.join(' '), verdict.output.join(' ')],
    ['bound', String(shown.bound), String(verdict.bound)],
    ['steps', String(shown.steps), String(verdict.steps)],
  ];
  return facts
    .filter(([, server, here]) => server !== here)
    .map(
      ([what, server, here]) => `${what}: the server says ${brief(server)}, the proof says ${brief(here)}`,
    );
}

function brief(text: string): string {
  return text.length > 200 ? `${text.slice(0, 197)}...` : text;
}
