import { fileURLToPath } from 'node:url';

/** The search that `make demo` does: which chain, and into how many input groups it is cut. */
export interface DemoPlan {
  readonly sequence: string;
  /** How many moves each input group fixes: 4 moves make 13 groups. */
  readonly prefixLength: number;
  /** The Cairo package. */
  readonly packageDir: string;
  /** What must come out, as `expected` prints it. */
  readonly expectedFile: string;
}

/** 13 beads that have one best fold, and no other that is as good: all the H inside, a ring of P around it. */
export const demoPlan: DemoPlan = {
  sequence: 'HPPHPHPHPPHHH',
  prefixLength: 4,
  packageDir: fileURLToPath(new URL('..', import.meta.url)),
  expectedFile: fileURLToPath(new URL('../expected.json', import.meta.url)),
};
