import type { Command } from 'commander';
import type { OpenWorkplace } from '../cli/open-workplace.js';
import { readAmount } from '../cli/read-amount.js';
import type { Workplace } from '../cli/workplace.js';
import { findProgram } from '../programs/find-program.js';
import { LocalKnowledge } from '../proofs/local-knowledge.js';
import { boundLabel, proofRecord } from '../proofs/proof-labels.js';
import { followProofs, type ProofArrival } from './follow-proofs.js';

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
      const most =
        options.count === undefined
          ? Number.POSITIVE_INFINITY
          : readAmount(options.count, '--count', 999_999_999);
      await watch(await open(command), { name, most, after: options.after });
    });
}

interface Watching {
  /** Of the program; all when left out. */
  readonly name: string | undefined;
  readonly most: number;
  readonly after: string | undefined;
}

async function watch(place: Workplace, { name, most, after }: Watching): Promise<void> {
  const { server, signal, remark } = place;
  const { url } = server.address;
  const programId = name === undefined ? undefined : (await findProgram(server, name)).id;
  const enough = new AbortController();
  let seen = 0;
  await followProofs(place, {
    programId,
    after,
    signal: AbortSignal.any([signal, enough.signal]),
    onReach: (isThere) =>
      remark(isThere ? `Waiting for proofs at ${url} …` : `No way to ${url}; trying again …`),
    onProof: async (arrival) => {
      // Of those that came at once, none is told beyond the count.
      if (seen >= most) return;
      seen += 1;
      await tell(place, arrival);
      if (seen >= most) enough.abort();
    },
  });
  signal.throwIfAborted();
}

async function tell(place: Workplace, { proof, cursor }: ProofArrival): Promise<void> {
  const known = await new LocalKnowledge(place).of(proof);
  const { inputGroup, submittedAt, id } = proof;
  const bound = boundLabel(known.statement);
  place.out.record({ ...proofRecord(known), cursor });
  place.say(`${submittedAt}  ${inputGroup.program.name}  ${inputGroup.name}  ${bound}  ${id}`);
}
