import { keyIdOfPublic, sanitizeForTerminal } from '@cairn/shared-schema';
import { ExitCode, formatNumberOf } from '@cairn/tui-kit';
import { UNBOUND } from '../programs/unbound.js';
import { reductionText } from '../reducer/reduction-text.js';
import type { AuditOutcome, AuditReport } from './audit-bundle.js';

/** The exit code of each outcome; that nothing could be judged is a defect or a lack of the machine, never a verdict. */
export const AUDIT_EXIT: Readonly<Record<AuditOutcome, ExitCode>> = {
  VERIFIED: ExitCode.ok,
  FAILED: ExitCode.notSo,
  NOT_VERIFIED: ExitCode.limit,
  NOT_JUDGED: ExitCode.internal,
};

const SAYS: Readonly<Record<AuditOutcome, string>> = {
  VERIFIED: 'VERIFIED: every result follows from a proof that holds, and the aggregates from the results.',
  FAILED: 'FAILED: do not rely on this bundle.',
  NOT_VERIFIED:
    'NOT VERIFIED: this bundle has no proofs. Its results are the word of whoever signed it, and of the servers that signed receipts.',
  NOT_JUDGED:
    'NOT JUDGED: some proofs could not be verified on this machine. That says nothing against them.',
};

/** An audit for people. Everything that comes from the bundle is made safe to look at. */
export function auditText(report: AuditReport, keyWasExpected: boolean): string {
  const { findings, manifest, notJudged, outcome } = report;
  const lines = [
    ...(manifest ? aboutLines(report, keyWasExpected) : []),
    ...findings.map(({ code, message }) => `${code}: ${message}`),
    ...notJudged.slice(0, 20).map(({ about, message }) => `not judged: ${about}: ${message}`),
    SAYS[outcome],
  ];
  // A name with a line end in it must not look like a line of ours.
  return lines.map((line) => sanitizeForTerminal(line)).join('\n');
}

function aboutLines(report: AuditReport, keyWasExpected: boolean): string[] {
  const { manifest, signer = '', rows, verified, repeated, receipts } = report;
  if (manifest === undefined) return [];
  const { organization, program, reducer } = manifest;
  const lines = [
    `Program:      ${program.name} (${program.programHash})`,
    `Organization: ${organization.name}, as the bundle says`,
    `Signed by:    ${signer} (${keyIdOfPublic(signer)})${keyWasExpected ? '' : ', whoever that is: --expect-key holds it to a key that you know'}`,
    `Results:      ${formatNumberOf(rows, 'row')}, ${verified} verified here`,
  ];
  if (program.inputBinding === 'none')
    lines.push(`${UNBOUND}: the proofs do not show which input they are of.`);
  if (repeated > 0)
    lines.push(`${formatNumberOf(repeated, 'row')} rest on a proof on which another rests too.`);
  if (receipts)
    lines.push(
      `Receipts:     of ${formatNumberOf(receipts.rows, 'row')}, signed by ${receipts.servers.join(', ') || 'nobody'}`,
    );
  if (reducer) lines.push(...reductionText(reducer).split('\n'));
  return lines;
}
