import { UsageError } from '@cairn/tui-kit';
import type { Command } from 'commander';
import type { OpenWorkplace } from '../cli/open-workplace.js';
import { findProgram } from '../programs/find-program.js';
import { LocalKnowledge } from '../proofs/local-knowledge.js';
import { boundLabel, proofRecord } from '../proofs/proof-labels.js';
import { followProofs } from './follow-proofs.js';

interface WatchOptions {
  readonly count?: string;
  readonly after?: string;
}

const EXAMPLES = `
Examples:
  cairn-org watch
  cairn-org watch "HP folding" --count 1 && cairn-org verify --all
  cairn-org watch --json | jq .inputGroup.name
  cairn-org watch --json --after CURSOR

Shows each proof as it comes, until Ctrl-C or --count. With --json each line has a cursor, from which --after goes on: none is
missed in between.`;

/** `watch`: tells of proofs as they come. */
export function addWatch(cli: Command, open: OpenWorkplace): void {
  cli
    .command('watch')
    .description('tell of proofs as donors send them')
    .argument('[program]', 'id or name of your program; all when left out')
    .option('--count <count>', 'end after so many')
    .option('--after <cursor>', 'begin behind this cursor; from now on when left out')
    .addHelpText('after', EXAMPLES)
    .action(async (name: string | undefined, options: WatchOptions, command: Command) => {
      const most = readCount(options.count);
      const place = await open(command);
      const { server, signal, out, say, remark } = place;
      const programId = name === undefined ? undefined : (await findProgram(server, name)).id;
      const enough = new AbortController();
      let seen = 0;
      await followProofs(place, {
        programId,
        after: options.after,
        signal: AbortSignal.any([signal, enough.signal]),
        onReach: (isThere) =>
          remark(
            isThere
              ? `Waiting for proofs at ${server.address.url} …`
              : `No way to ${server.address.url}; trying again …`,
          ),
        onProof: async ({ proof, cursor }) => {
          // Of those that came at once, none is told beyond the count.
          if (seen >= most) return;
          seen += 1;
          const known = await new LocalKnowledge(place).of(proof);
          const { inputGroup, submittedAt, id } = proof;
          out.record({ ...proofRecord(known), cursor });
          say(
            `${submittedAt}  ${inputGroup.program.name}  ${inputGroup.name}  ${boundLabel(known.statement)}  ${id}`,
          );
          if (seen >= most) enough.abort();
        },
      });
      signal.throwIfAborted();
    });
}

function readCount(text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  const count = /^\d{1,9}$/u.test(text) ? Number(text) : 0;
  if (count > 0) return count;
  throw new UsageError(`--count is ${JSON.stringify(text)}`, { expected: 'a whole number, 1 or more' });
}
