import type { VerdictEvent } from '../answers/event.js';
import type { Verdict } from '../answers/verdict.js';
import { ProverCrashed } from '../errors/prover-crashed.js';
import { ProverError } from '../errors/prover-error.js';
import type { ProverFailure } from '../errors/prover-failure.js';
import { ProverGarbage } from '../errors/prover-garbage.js';
import type { ProcessOptions } from '../options.js';
import { flags } from '../run/flags.js';
import { defaultLimits } from '../run/lines.js';
import { runProver } from '../run/run-prover.js';
import type { SecurityBound, VerifyRequest } from './verify.js';

/** One of many proofs, and the statement that it has to prove. */
export interface VerifyItem extends VerifyRequest {
  /** Names it in the verdicts; no other item has the same. */
  id: string;
}

/** What came of an item: a verdict, or why there is none. What was not judged may never be rejected. */
export type ItemVerdict =
  | { readonly id: string; readonly verdict: Verdict }
  | { readonly id: string; readonly failure: ProverFailure };

/** Options of `verifyMany`, which is always a process of its own. */
export interface VerifyManyOptions extends ProcessOptions, SecurityBound {
  /** Proofs that are verified at once; as many as the machine has cores when left out. */
  threads?: number | undefined;
  /** Called for each item as it is done, in no order. What it throws ends the work and is thrown to the caller. */
  onVerdict?: ((item: ItemVerdict) => void) | undefined;
}

const command = 'verify';
/** Verdicts may be any number, and each may be long. */
const limits = { ...defaultLimits, totalBytes: Number.POSITIVE_INFINITY };

/**
 * Verifies many proofs in one process, on all cores; executables and inputs that items share are read once.
 * @returns what came of each item, in the order of the items
 * @throws any `ProverFailure` when the work ended before all was done: `onVerdict` has had what was done by then.
 */
export async function verifyMany(
  items: readonly VerifyItem[],
  options: VerifyManyOptions = {},
): Promise<ItemVerdict[]> {
  const open = new Set(items.map(({ id }) => id));
  if (open.size !== items.length)
    throw new RangeError('two items have the same id, expected one of its own for each');
  const done = new Map<string, ItemVerdict>();
  const take = (event: VerdictEvent) => {
    if (event.id === null || !open.delete(event.id))
      throw new ProverGarbage('a verdict that nobody asked for', { command });
    const item = itemVerdict(event.id, event);
    done.set(event.id, item);
    options.onVerdict?.(item);
  };
  await runMany(items, options, take);
  if (open.size > 0)
    throw new ProverGarbage(`no verdict on ${open.size} of ${items.length} items`, { command });
  return items.flatMap(({ id }) => done.get(id) ?? []);
}

async function runMany(
  items: readonly VerifyItem[],
  options: VerifyManyOptions,
  onVerdict: (event: VerdictEvent) => void,
): Promise<void> {
  const args = flags({ many: '-', threads: options.threads, 'security-bits': options.securityBits });
  const list = items.map(listLine).join('');
  const onEvent: VerifyManyOptions['onEvent'] = (event) =>
    event.event === 'verdict' ? onVerdict(event) : options.onEvent?.(event);
  try {
    await runProver(command, args, { ...options, onEvent }, limits, list);
  } catch (error) {
    // Each item's own line has said so already.
    if (!(error instanceof ProverError && error.code === 'NOT_JUDGED')) throw error;
  }
}

/** A line of the list; what else a caller's object has stays here. */
function listLine({ id, proof, executable, input, binding, calldata }: VerifyItem): string {
  return `${JSON.stringify({ id, proof, executable, input, binding, calldata })}\n`;
}

function itemVerdict(id: string, event: VerdictEvent): ItemVerdict {
  if (event.exitCode === 0 || event.exitCode === 1) return { id, verdict: event.answer };
  const { exitCode, error } = event;
  if (exitCode !== 4) return { id, failure: new ProverError(exitCode, error, { command }) };
  const end = { exitCode, signal: undefined };
  return { id, failure: new ProverCrashed(`failed with exit code 4: ${error.message}`, end, { command }) };
}
