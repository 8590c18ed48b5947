import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compilePackage, type DryRunResult, dryRun, type ExecutableFacts } from '@cairn/prover';
import {
  decodeOutputs,
  leadingFelts,
  type ProgramManifest,
  parseProgramManifest,
} from '@cairn/shared-schema';
import { demoPlan } from '../demo-plan.js';
import type { FoldResult } from '../fold-result.js';
import type { InputGroup } from '../make-input-groups.js';
import { parseResult } from '../result-row.js';
import { temporaryFolder } from './temporary-folder.js';

/** The sample program, compiled by the real prover into a temporary folder. */
export class Program implements AsyncDisposable {
  private constructor(
    readonly facts: ExecutableFacts,
    readonly manifest: ProgramManifest,
    private readonly folder: { path: string } & AsyncDisposable,
  ) {}

  static async compile(): Promise<Program> {
    const folder = await temporaryFolder();
    const facts = await compilePackage({
      packageDir: demoPlan.packageDir,
      output: join(folder.path, 'program'),
    });
    const manifest = parseProgramManifest(await readFile(join(demoPlan.packageDir, 'Scarb.toml'), 'utf8'));
    return new Program(facts, manifest, folder);
  }

  /** Executes the program. */
  async execute(csv: string): Promise<DryRunResult> {
    const input = join(this.folder.path, 'input.csv');
    await writeFile(input, csv);
    const { calldata } = this.manifest;
    return dryRun({ executable: join(this.folder.path, 'program'), input, calldata });
  }

  /** Executes the program and decodes what it returned, by the names in its `Scarb.toml`. */
  async result({ name, csv }: InputGroup): Promise<FoldResult & { run: DryRunResult }> {
    const run = await this.execute(csv);
    const { outputs, inputBinding } = this.manifest;
    const { values } = decodeOutputs(run.output, outputs, leadingFelts(inputBinding, 0));
    const named = Object.fromEntries(outputs.map((column, index) => [column.name, values[index]]));
    return { ...parseResult({ name, ...named }), run };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.folder[Symbol.asyncDispose]();
  }
}
