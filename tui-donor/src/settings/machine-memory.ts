import { totalmem } from 'node:os';

/** The part of the machine's memory that the prover may use where nobody said anything. */
const SHARE = 0.75;

/** Where nobody said anything, so much stays free: a twentieth of the machine, at most half a gibibyte. */
const FREE_SHARE = 0.05;
const MOST_FREE = 512 * 1024 ** 2;

/** Bytes that this machine, or the container that we are in, has. */
function machineMemory(): number {
  const constrained = process.constrainedMemory();
  const total = totalmem();
  return constrained > 0 && constrained < total ? constrained : total;
}

/** Bytes that proving may take where nobody said anything. */
export function defaultMaxMemory(): number {
  return Math.floor(machineMemory() * SHARE);
}

/** Bytes that are to stay free where nobody said anything. */
export function defaultFreeMemory(): number {
  return Math.floor(Math.min(machineMemory() * FREE_SHARE, MOST_FREE));
}
