import { judgements } from '../../governor/decision/decide.js';
import { type GovernorSettings, WORK } from '../../governor/governor-settings.js';
import type { Sample } from '../../governor/sample.js';
import type { Finding } from '../finding.js';

const MEASURED = {
  otherCpus: 'CPU use of other programs',
  freeMemory: 'free memory',
  onBattery: 'battery',
  temperature: 'temperature',
  idleSeconds: 'idle time',
} as const;

/**
 * What the governor can measure on this machine, and whether the work would pause now: what its rules say of this moment, without
 * the time that some of them give a moment to pass.
 */
export function checkGovernor(settings: GovernorSettings, sample: Sample): Finding {
  const { judged } = judgements({ settings, wish: WORK }, sample);
  const reasons = judged.flatMap(([, judgement]) => (judgement.level === 'over' ? [judgement.why] : []));
  const measured = Object.entries(MEASURED).filter(
    ([key]) => sample[key as keyof typeof MEASURED] !== undefined,
  );
  const found = `measures ${measured.map(([, words]) => words).join(', ') || 'nothing'} here; ${outlook(reasons)}`;
  if (reasons.length === 0) return { check: 'governor', verdict: 'good', found };
  return { check: 'governor', verdict: 'hint', found, help: HELP };
}

const HELP = '`cairn-donor config` shows the limits, and `config set` changes them';

function outlook(reasons: readonly string[]): string {
  return reasons.length === 0 ? 'the work may run now' : `the work would pause now: ${reasons.join('; ')}`;
}
