import { formatOutputType, formatOutputValue, type ProgramManifest } from '@cairn/shared-schema';
import { formatBytes, formatCount, formatDuration } from '@cairn/tui-kit';
import { cleanLines, cleanText, factLines, type Line, line, wrapText } from '@cairn/tui-kit/screen';
import type { DryRun } from '../../programs/dry-run.js';
import { proposeLease } from '../../programs/lease.js';
import { UNBOUND } from '../../programs/unbound.js';
import type { PublishStep, Trial } from './publishing.js';

/** How far a package is on its way, in lines. */
export function publishingLines(dir: string, now: PublishStep, width: number): Line[] {
  const folder = factLines('Folder', cleanText(dir), width);
  switch (now.step) {
    case 'compiling':
      return [...folder, [], line('Compiling…', { tone: 'muted' })];
    case 'failed':
      return [
        ...folder,
        [],
        ...problemLines(now.problem, width),
        [],
        line('c compiles it again.', { tone: 'muted' }),
      ];
    case 'published':
      return publishedLines(now.published, width);
    default: {
      const { manifest, programHash } = now.compiled;
      return [
        ...folder,
        ...factLines('Package', cleanText(manifest.packageName), width),
        ...factLines('Program hash', programHash, width),
        ...factLines('Binding', bindingText(manifest), width),
        ...factLines('Outputs', outputsText(manifest), width),
        [],
        ...trialLines(now, manifest, width),
        ...(now.problem === undefined ? [] : [[], ...problemLines(now.problem, width)]),
        ...(now.step === 'sending' ? [[], line(cleanText(now.remark), { tone: 'accent' })] : []),
      ];
    }
  }
}

/** What went wrong: a compiler's diagnostics keep their lines. */
function problemLines(problem: string, width: number): Line[] {
  return cleanLines(`✗ ${problem}`).flatMap((text) =>
    // A line that points at something below it must not be broken at its spaces.
    /^\s/u.test(text) ? [line(text)] : wrapText(text, width).map((part) => line(part, { tone: 'bad' })),
  );
}

function publishedLines(
  { program, again }: Extract<PublishStep, { step: 'published' }>['published'],
  width: number,
): Line[] {
  const what = again ? 'is there already, and is this same program' : 'is published';
  return [
    line(`✓ ${cleanText(program.name)} ${what}.`, { tone: 'good', bold: true }),
    ...factLines('Id', cleanText(program.id), width),
    [],
    ...wrapText('Donors have nothing to do for it before it has input groups: i adds some.', width).map(
      (text) => line(text),
    ),
  ];
}

function bindingText({ inputBinding }: ProgramManifest): string {
  if (inputBinding !== 'none') return inputBinding;
  return `${UNBOUND}: a proof does not show which input it is of`;
}

function outputsText({ outputs }: ProgramManifest): string {
  const declared = outputs.map(({ name, type }) => `${name}: ${formatOutputType(type)}`);
  return cleanText(declared.join(', ')) || 'none declared: results will be bare field elements';
}

interface Tried {
  readonly step: 'compiled' | 'trying' | 'sending';
  readonly trial: Trial | undefined;
}

function trialLines({ step, trial }: Tried, manifest: ProgramManifest, width: number): Line[] {
  if (step === 'trying') return [line('Running it on the input…', { tone: 'muted' })];
  if (trial === undefined) {
    const text = 't runs it on one input here, which shows what a donor needs for it.';
    return wrapText(text, width).map((part) => line(part, { tone: 'muted' }));
  }
  const { input, run, problem } = trial;
  return [
    ...factLines('Dry run on', cleanText(input), width),
    ...(run === undefined ? problemLines(problem ?? '', width) : runLines(run, manifest, width)),
  ];
}

function runLines(run: DryRun, { outputs }: ProgramManifest, width: number): Line[] {
  const need = `${formatBytes(run.proveMemory)} of memory, ${formatDuration(run.proveSeconds)} on this machine`;
  return [
    ...factLines('Steps', `${formatCount(run.steps)} in ${formatDuration(run.seconds)}`, width),
    ...factLines('A proof needs', need, width),
    ...factLines('Lease', `${proposeLease(run)} is proposed`, width),
    ...outputs.flatMap(({ name }, at) => {
      const value = run.values[at];
      return value === undefined
        ? []
        : factLines(cleanText(name), cleanText(formatOutputValue(value)), width);
    }),
  ];
}
