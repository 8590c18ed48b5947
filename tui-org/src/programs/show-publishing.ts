import {
  formatOutputType,
  formatOutputValue,
  outputValueToJson,
  type ProgramManifest,
} from '@cairn/shared-schema';
import { type Column, formatBytes, formatCount, formatDuration, formatTable } from '@cairn/tui-kit';
import type { Workplace } from '../cli/workplace.js';
import type { CompiledPackage } from './compile-locally.js';
import type { DryRun } from './dry-run.js';
import { proposeLease } from './lease.js';
import type { Published } from './publish-package.js';
import { UNBOUND } from './unbound.js';

/** Says what was compiled. */
export function showCompiled({ remark }: Workplace, { manifest, programHash }: CompiledPackage): void {
  remark(`Compiled ${manifest.packageName}: program hash ${programHash}.`);
  if (manifest.inputBinding === 'none') {
    remark(
      `${UNBOUND}: input-binding is "none", so a proof does not show which input it is of. ` +
        'Use it only where the output itself tells.',
    );
  }
  if (manifest.outputs.length === 0) {
    remark('No outputs are declared under [tool.cairn]: results will be shown as bare field elements.');
  }
}

interface OutputLine {
  readonly name: string;
  readonly type: string;
  readonly value: string;
}

const COLUMNS: readonly Column<OutputLine>[] = [
  { title: 'OUTPUT', value: ({ name }) => name },
  { title: 'TYPE', value: ({ type }) => type },
  { title: 'VALUE', value: ({ value }) => value, maxWidth: 60 },
];

/** Says what a dry run came to. */
export function showDryRun({ remark }: Workplace, { outputs }: ProgramManifest, tried: DryRun): void {
  const memory = formatBytes(tried.proveMemory);
  remark(
    `Dry run: ${formatCount(tried.steps)} steps in ${formatDuration(tried.seconds)}; a proof needs about ${memory} of memory ` +
      `and ${formatDuration(tried.proveSeconds)} on this machine. Proposed lease: ${proposeLease(tried)}.`,
  );
  const lines = outputs.map(({ name, type }, index) => {
    const value = tried.values[index];
    return { name, type: formatOutputType(type), value: value === undefined ? '' : formatOutputValue(value) };
  });
  if (lines.length > 0) remark(formatTable(COLUMNS, lines));
}

/** The result of `publish`. */
export function showPublished(
  { out, say }: Workplace,
  { program, again, archiveBytes }: Published,
  tried?: DryRun,
): void {
  const { id, name, programHash } = program;
  const dryRun = tried && { ...tried, values: tried.values.map(outputValueToJson) };
  out.record({ id, name, programHash, alreadyThere: again, archiveBytes, ...(dryRun && { dryRun }) });
  const what = again ? 'is there already, and is this same program' : 'is published';
  say(`${name} ${what}: ${id}\nNext: cairn-org add-inputs ${id} FILE.csv…`);
}
