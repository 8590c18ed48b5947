import type { OutputColumn } from '../outputs/output-type.js';

/** How a program's output is tied to the input group it ran on. */
export const INPUT_BINDINGS = ['poseidon', 'echo', 'none'] as const;
export type InputBindingName = (typeof INPUT_BINDINGS)[number];

/** How the values of an input group become the program's arguments. */
export const CALLDATA_FORMS = ['array', 'raw'] as const;
export type CalldataName = (typeof CALLDATA_FORMS)[number];

/** What the server and the clients read from a package's `Scarb.toml`. */
export interface ProgramManifest {
  readonly packageName: string;
  /** Names under which the build writes executables; the package's own when none is given. */
  readonly executableNames: readonly string[];
  readonly inputBinding: InputBindingName;
  readonly calldata: CalldataName;
  /** Declared outputs, in order; empty when none are declared. */
  readonly outputs: readonly OutputColumn[];
  readonly expectedSteps: number | undefined;
  readonly maxSteps: number | undefined;
}
