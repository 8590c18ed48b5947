import { isPublicKey } from '@cairn/shared-schema';
import { UsageError } from '@cairn/tui-kit';
import type { Command } from 'commander';
import type { OpenWorkplace } from '../cli/open-workplace.js';
import { auditBundle } from './audit-bundle.js';
import { AUDIT_EXIT, auditText } from './audit-report.js';

const EXAMPLES = `
Examples:
  cairn-org audit folds.bundle.tar
  cairn-org audit folds.bundle.tar --expect-key 29acbae1…
  cairn-org audit folds.bundle.tar --json | jq .findings

For a reader who trusts nobody. Everything is verified again on this machine, without a network: the signature of the manifest,
the hash of every file, every proof on all cores against the executable and the input in the bundle, every output, every
aggregate. No script of the bundle is run. What an organization left out of its bundle, no audit can see.
Exit codes: 0 verified; 1 something is wrong, each thing with its own message; 3 not verified, for want of proofs;
4 not judged, for trouble with the verifier here.`;

/** Remarks on how far it is come after so many rows. */
const TELL_EVERY = 100;

/** `audit`: verifies a bundle offline. */
export function addAudit(cli: Command, open: OpenWorkplace): void {
  cli
    .command('audit')
    .description('verify a bundle of results again, offline')
    .argument('<bundle>', 'file that `cairn-org export --bundle` wrote')
    .option('--expect-key <key>', "the organization's public key in hex, as you know it from elsewhere")
    .addHelpText('after', EXAMPLES)
    .action(async (path: string, { expectKey }: { expectKey?: string }, command: Command) => {
      const expectedKey = expectKey === undefined ? undefined : readKey(expectKey);
      const { out, remark, signal, exitWith } = await open(command);
      const onProgress = (done: number, total: number) => {
        if (done > 0 && done % TELL_EVERY === 0) remark(`Verified ${done} of ${total}.`);
      };
      const report = await auditBundle(path, { signal, expectedKey, onProgress });
      const { manifest, ...rest } = report;
      const { files: _, ...about } = manifest ?? { files: [] };
      out.record({ ...rest, bundle: manifest ? about : null });
      out.text(auditText(report, expectedKey !== undefined));
      exitWith(AUDIT_EXIT[report.outcome]);
    });
}

function readKey(text: string): string {
  if (isPublicKey(text)) return text;
  throw new UsageError(`--expect-key is ${JSON.stringify(text)}`, {
    expected: 'a public key: 64 hex digits, as `cairn-org key` shows it',
  });
}
