import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const LOOK_EVERY_MS = 5;
/** So much more than at the last collection asks for another one. */
const COLLECT_EVERY = 32 * 1024 * 1024;

/**
 * How much more memory this process holds on to at most while it does something. What is only waiting to be collected does
 * not count: how much that is depends on what else the machine does.
 * @returns bytes; what is less than 32 MiB may be told as 0
 */
export async function memoryDuring(work: () => Promise<void>): Promise<number> {
  const before = heldMemory();
  let last = before;
  let most = before;
  const look = () => {
    if (memory() - last < COLLECT_EVERY) return;
    last = heldMemory();
    most = Math.max(most, last);
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return most - before;
}

/** After a collection. */
function heldMemory(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return memory();
}

function memory(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
