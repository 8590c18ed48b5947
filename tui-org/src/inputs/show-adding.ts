import { type Column, formatBytes, formatCount, formatNumberOf, formatTable } from '@cairn/tui-kit';
import type { Workplace } from '../cli/workplace.js';
import type { CheckedFile } from './check-files.js';
import type { KeptInput } from './kept-inputs.js';
import { filesOf, type UploadPlan } from './plan-upload.js';

/** Tells which groups were added, and which were there already. */
export function showAdded(
  { out, say }: Workplace,
  program: string,
  added: readonly KeptInput[],
  { present }: UploadPlan,
): void {
  for (const { id, name, inputCommitment, values, sha256 } of added) {
    out.record({ id, name, added: true, values, inputCommitment, sha256 });
  }
  for (const { file, group } of present) {
    out.record({
      id: group.id,
      name: file.name,
      added: false,
      values: file.values,
      inputCommitment: file.inputCommitment,
    });
  }
  const skipped = present.length > 0 ? `; there already with the same values: ${present.length}` : '';
  say(`Added ${formatNumberOf(added.length, 'input group')} to ${program}${skipped}.`);
}

/** Tells what would be added, group by group. */
export function showPlan({ out, say }: Workplace, program: string, plan: UploadPlan): void {
  const groups = new Map(plan.present.map(({ file, group }) => [file, group]));
  const files = filesOf(plan);
  for (const file of files) {
    const { name, values, bytes, inputCommitment, cutFrom } = file;
    const { rows, firstLine } = cutFrom ?? {};
    const id = groups.get(file)?.id ?? null;
    const sameAs = plan.twins.get(file) ?? null;
    out.record({ id, name, added: false, values, bytes, inputCommitment, sameAs, rows, firstLine });
  }
  const isCut = files.some(({ cutFrom }) => cutFrom !== undefined);
  out.text(
    formatTable(isCut ? [NAME, ROWS, ...OTHERS, stateIn(groups)] : [NAME, ...OTHERS, stateIn(groups)], files),
  );
  const { length } = plan.batches.flat();
  say(
    `\nNothing was sent: ${formatNumberOf(length, 'input group')} would be added to ${program}, ${formatCount(plan.present.length)} are there already.`,
  );
}

const NAME: Column<CheckedFile> = { title: 'NAME', value: ({ name }) => name };
const ROWS: Column<CheckedFile> = {
  title: 'ROWS',
  align: 'right',
  value: ({ cutFrom }) => formatCount(cutFrom?.rows ?? 0),
};
const OTHERS: readonly Column<CheckedFile>[] = [
  { title: 'VALUES', align: 'right', value: ({ values }) => formatCount(values) },
  { title: 'SIZE', align: 'right', value: ({ bytes }) => formatBytes(bytes) },
];

function stateIn(present: ReadonlyMap<CheckedFile, unknown>): Column<CheckedFile> {
  return { title: 'WHAT HAPPENS', value: (file) => (present.has(file) ? 'there already' : 'is sent') };
}

const MOST_TWINS = 5;

/** Warns of groups that would have donors compute the same twice. */
export function warnOfTwins({ remark }: Workplace, { twins }: UploadPlan): void {
  if (twins.size === 0) return;
  const shown = [...twins].slice(0, MOST_TWINS).map(([{ name }, other]) => `${name} as ${other}`);
  const more = twins.size > shown.length ? ` and ${formatCount(twins.size - shown.length)} more` : '';
  remark(
    `WARNING: ${formatNumberOf(twins.size, 'input group')} with the same values as another: ${shown.join(', ')}${more}. ` +
      'Donors would compute the same again.',
  );
}
