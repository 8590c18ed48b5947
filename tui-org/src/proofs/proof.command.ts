import { type Column, formatTable } from '@cairn/tui-kit';
import type { Command } from 'commander';
import type { OpenWorkplace } from '../cli/open-workplace.js';
import type { Check } from './evidence/checks-of.js';
import { type Evidence, evidenceOf } from './evidence/evidence-of.js';
import { LocalKnowledge } from './local-knowledge.js';
import { proofRecord } from './proof-labels.js';
import { readProof } from './select-proofs.js';

const EXAMPLES = `
Examples:
  cairn-org proof 0192b3c4-…
  cairn-org proof 0192b3c4-… --json | jq .checks

Checks are open until \`cairn-org verify\` has verified the proof here.`;

const MARKS: Readonly<Record<Check['result'], string>> = {
  passed: '✓ passed',
  failed: '✗ FAILED',
  open: '· open',
  warning: '! WARNING',
};

/** `proof`: the evidence of one proof. */
export function addProof(cli: Command, open: OpenWorkplace): void {
  cli
    .command('proof')
    .description('show the evidence of one proof: checks, decoded output, donor')
    .argument('<proof>', 'id of a proof')
    .addHelpText('after', EXAMPLES)
    .action(async (id: string, _: object, command: Command) => {
      const place = await open(command);
      const proof = await readProof(place.server, id);
      const known = await new LocalKnowledge(place).of(proof);
      const { proveSeconds, inputGroup } = proof;
      const evidence = evidenceOf(known, { proveSeconds, rejections: inputGroup.rejections });
      const { checks, output, rejections } = evidence;
      place.out.record({
        ...proofRecord(known),
        programHash: proof.programHash,
        inputCommitment: proof.inputCommitment,
        proveSeconds,
        checks,
        output,
        rejections,
      });
      place.say(evidenceText(evidence));
    });
}

const FACTS: readonly Column<Evidence['facts'][number]>[] = [
  { title: 'FACT', value: ([label]) => label },
  { title: '', value: ([, value]) => value },
];

const CHECKS: readonly Column<Check>[] = [
  { title: 'CHECK', value: ({ what }) => what },
  { title: 'RESULT', value: ({ result }) => MARKS[result] },
  { title: '', value: ({ detail }) => detail },
];

const OUTPUTS: readonly Column<Evidence['output']['values'][number]>[] = [
  { title: 'OUTPUT', value: ({ name }) => name },
  { title: 'TYPE', value: ({ type }) => type },
  { title: 'VALUE', value: ({ value }) => value },
];

const REJECTIONS: readonly Column<Evidence['rejections'][number]>[] = [
  { title: 'REJECTED', value: ({ rejectedAt }) => rejectedAt },
  { title: 'REASON', value: ({ reason }) => reason },
  { title: 'SHA-256', value: ({ proofSha256 }) => proofSha256, maxWidth: 17 },
];

function evidenceText({ facts, checks, output, rejections }: Evidence): string {
  const blocks = [
    formatTable(FACTS, facts),
    formatTable(CHECKS, checks),
    output.problem === undefined
      ? formatTable(OUTPUTS, output.values)
      : `The output cannot be read: ${output.problem}`,
    ...(rejections.length === 0 ? [] : [formatTable(REJECTIONS, rejections)]),
  ];
  return blocks.join('\n\n');
}
