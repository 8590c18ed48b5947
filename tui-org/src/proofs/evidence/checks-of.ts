import { disputesOf } from '../disputes.js';
import type { KnownProof } from '../local-knowledge.js';
import { basisLabel } from '../proof-labels.js';
import type { RememberedVerdict } from '../verdicts.js';

/** `open`: not looked at yet, or not reached because of what failed. */
export type CheckResult = 'passed' | 'failed' | 'open' | 'warning';

/** One thing that a proof is checked for, and what came of it here. */
export interface Check {
  readonly what: string;
  readonly result: CheckResult;
  readonly detail: string;
}

/** The verifier's checks, with the reason that says that one failed. */
const CHECKS = [
  { what: 'form', reason: 'MALFORMED' },
  { what: 'security', reason: 'WEAK_PARAMETERS' },
  { what: 'tables', reason: 'UNKNOWN_PREPROCESSED_ROOT' },
  { what: 'program', reason: 'WRONG_PROGRAM' },
  { what: 'input', reason: 'WRONG_INPUT' },
  { what: 'proof', reason: 'INVALID_PROOF' },
] as const;

type What = (typeof CHECKS)[number]['what'];

/** What is known to hold when a check fails: what the verifier looks at before it. A form may be wrong until the end. */
const BEFORE: Readonly<Record<string, readonly What[]>> = {
  UNKNOWN_PREPROCESSED_ROOT: ['security'],
  WRONG_PROGRAM: ['security', 'tables'],
  WRONG_INPUT: ['security', 'tables', 'program'],
};

/** Each check of a proof with its result on this machine. */
export function checksOf(known: KnownProof): Check[] {
  const { verdict } = known;
  const file: Check = {
    what: 'file',
    result: verdict === undefined ? 'open' : 'passed',
    detail: 'is the one that its hash names',
  };
  const checks = CHECKS.map(({ what, reason }): Check => {
    const result = resultOf(what, reason, verdict);
    const failed = verdict?.valid === false && result === 'failed';
    return { what, result, detail: failed ? verdict.message : detailOf(what, known) };
  });
  return [file, ...checks.map((check) => warnUnbound(check, known)), serverCheck(known)];
}

function resultOf(what: What, reason: string, verdict: RememberedVerdict | undefined): CheckResult {
  if (verdict === undefined) return 'open';
  if (verdict.valid) return 'passed';
  if (verdict.reason === reason) return 'failed';
  return BEFORE[verdict.reason]?.includes(what) === true ? 'passed' : 'open';
}

function detailOf(what: What, { proof, statement, program, input, verdict }: KnownProof): string {
  switch (what) {
    case 'form':
      return 'the one canonical encoding, and not a byte more';
    case 'security':
      return verdict?.valid
        ? `${verdict.securityBits} bits`
        : `${proof.securityBits} bits, as the server says`;
    case 'tables':
      return 'the fixed tables are the known ones';
    case 'program':
      return `${program?.programHash ?? proof.programHash}, ${originText(statement.executable.origin)}`;
    case 'input':
      return `${input?.inputCommitment ?? proof.inputCommitment}, ${originText(statement.input.origin)}`;
    case 'proof':
      return `verified against ${basisLabel(statement)}`;
  }
}

function originText(origin: 'own' | 'server'): string {
  return origin === 'own' ? 'as it is kept here' : "on the server's word";
}

/** Where the binding is `none`, no check of the input can be passed. */
function warnUnbound(check: Check, { statement }: KnownProof): Check {
  if (check.what !== 'input' || statement.binding !== 'none' || check.result === 'open') return check;
  return { ...check, result: 'warning', detail: 'UNBOUND: the proof does not show which input it is of' };
}

function serverCheck({ proof, verdict }: KnownProof): Check {
  if (!verdict?.valid) return { what: 'server', result: 'open', detail: 'shows what the proof says' };
  const disputes = disputesOf(proof, verdict);
  return disputes.length === 0
    ? { what: 'server', result: 'passed', detail: 'shows what the proof says' }
    : { what: 'server', result: 'warning', detail: `SHOWS IT WRONGLY: ${disputes.join('; ')}` };
}
