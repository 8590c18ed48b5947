import { formatBytes, formatNumberOf, formatPercent } from '@cairn/tui-kit';
import { bar, cleanLines, cleanText, factLines, type Line, line, wrapText } from '@cairn/tui-kit/screen';
import type { ExportFormat } from '../../../export/write-export.js';
import { REDUCTION_NOTE } from '../../../reducer/reduction.js';
import { elapsed } from '../reducer/elapsed.js';
import type { ExportOrder, ExportStep } from './exporting.js';

/** Where each row names its proof. */
const PROOF_AT: Readonly<Record<ExportFormat, string>> = {
  csv: 'in the column proof_sha256',
  json: 'under proofSha256',
  ndjson: 'under proofSha256',
};
/** Where the word of a script stands. */
const REDUCTION_AT: Readonly<Record<ExportFormat, string>> = {
  csv: 'in a last record, under own_reducer_not_proven',
  json: 'under reducer',
  ndjson: 'in the last line, under reducer',
};

/** How far an export is, and what was written, in lines. */
export function exportLines(order: ExportOrder, now: ExportStep, clock: number, width: number): Line[] {
  const file = factLines('File', cleanText(order.path), width);
  const rows = formatNumberOf(order.set.rows.length, 'row');
  switch (now.step) {
    case 'reducing': {
      const { text, fraction } = elapsed(now.beganAt, clock, now.most);
      return [...progress(`Running the reducer first: ${text}`, fraction, width), ...file];
    }
    case 'writing':
      return [...progress(`Writing ${rows}: ${formatPercent(now.fraction)}`, now.fraction, width), ...file];
    case 'written':
      return [
        line(`✓ Wrote ${rows} as ${order.format.toUpperCase()}.`, { tone: 'good', bold: true }),
        [],
        ...file,
        ...writtenLines(order.format, now, width),
      ];
    case 'stopped':
      return [line('■ Stopped: nothing was written.', { tone: 'warn' }), [], ...file];
    case 'failed':
      return [...problemLines(now.problem, width), [], ...file];
  }
}

function progress(text: string, fraction: number, width: number): Line[] {
  return [line(text, { bold: true }), bar(fraction, width), []];
}

function writtenLines(
  format: ExportFormat,
  { size, reduction }: Extract<ExportStep, { step: 'written' }>,
  width: number,
): Line[] {
  const proofs = `each row names its proof by SHA-256, ${PROOF_AT[format]}`;
  const facts = [...factLines('Size', formatBytes(size), width), ...factLines('Proofs', proofs, width)];
  if (reduction === undefined) return facts;
  const script = `! ${cleanText(reduction.script)}, ${REDUCTION_AT[format]}. NOT PROVEN: ${REDUCTION_NOTE}`;
  return [...facts, ...factLines('Reducer', script, width)];
}

function problemLines(problem: string, width: number): Line[] {
  return [
    ...cleanLines(`✗ ${problem}`).flatMap((text) =>
      wrapText(text, width).map((part) => line(part, { tone: 'bad' })),
    ),
    line('Nothing was written. e asks again.', { tone: 'muted' }),
  ];
}
