import { sanitizeForTerminal } from '@cairn/shared-schema';
import { cellWidth, textOf } from '@cairn/tui-kit/screen';
import { EXPORT_FORMATS, type ExportFormat } from '../../../export/write-export.js';
import { REDUCTION_NOTE } from '../../../reducer/reduction.js';
import { hostileSet } from '../../../test/hostile-set.js';
import { formatFields, proposedFile, replaceQuestion } from './export-fields.js';
import { exportLines } from './export-lines.js';
import type { ExportStep } from './exporting.js';

const reduction = {
  script: 'sum\u202e.mjs',
  sha256: 'b'.repeat(64),
  value: 1,
  note: REDUCTION_NOTE,
} as const;

function shown(now: ExportStep, width = 56, format: ExportFormat = 'csv', path = '/x/sums.csv'): string[] {
  const order = { path, format, set: hostileSet, mayReplace: false, script: undefined, reduction: undefined };
  return exportLines(order, now, 12_400, width).map(textOf);
}

test.each([
  [
    { step: 'reducing', beganAt: 0, most: 60 } as const,
    'Running the reducer first: 12 s of at most 1 min 00 s',
  ],
  [{ step: 'writing', fraction: 0.42 } as const, 'Writing 3 rows: 42%'],
  [{ step: 'written', size: 2048, reduction: undefined } as const, '✓ Wrote 3 rows as CSV.'],
  [{ step: 'stopped' } as const, '■ Stopped: nothing was written.'],
  [{ step: 'failed', problem: 'no space\u0007.' } as const, '✗ no space.'],
])('%j', (now, first) => {
  expect(shown(now)[0]).toBe(first);
  expect(shown(now).join('\n')).toMatch(/File +\/x\/sums\.csv/u);
});

test.each(EXPORT_FORMATS)('of %s it says where the proofs stand, and whose word the reducer is', (format) => {
  const text = shown({ step: 'written', size: 2048, reduction }, 300, format).join('\n');
  expect(text).toMatch(/Size +2 KiB\nProofs +each row names its proof by SHA-256, .*proof/u);
  expect(text).toMatch(/Reducer +! sum\.mjs, .*reducer.*\. NOT PROVEN: made by a script/u);
});

test.each([56, 76, 196])('fits %d cells, whatever the path is', (width) => {
  const path = `/home/\u001b[2J/${'deep/'.repeat(60)}x.csv`;
  const texts = shown({ step: 'written', size: 1, reduction }, width, 'csv', path);
  expect(Math.max(...texts.map(cellWidth))).toBeLessThanOrEqual(width);
  expect(texts).toEqual(texts.map((text) => sanitizeForTerminal(text)));
});

test.each([
  ['Adding up', 'csv', 'adding-up.csv'],
  ['../../etc/passwd', 'json', 'etc-passwd.json'],
  ['折り畳み', 'ndjson', 'results.ndjson'],
] as const)('%s is proposed as a file', (program, format, file) => {
  expect(proposedFile(program, format)).toBe(file);
});

test('a script is offered when it has made something, and says when it has to run again', () => {
  expect(formatFields('json', undefined).map(({ name, initial }) => [name, initial])).toEqual([
    ['format', 'json'],
  ]);
  const [, fresh] = formatFields('csv', { name: 'sum.mjs', isStale: false });
  expect(fresh).toMatchObject({ initial: 'with sum.mjs', choices: ['with sum.mjs', 'without'] });
  expect(fresh?.help).not.toContain('run again');
  expect(formatFields('csv', { name: 'sum.mjs', isStale: true })[1]?.help).toContain('run again');
});

test('before a file is replaced, what is lost is named', () => {
  const { lines, danger } = replaceQuestion('/x/sums.csv', { size: 5000, modifiedAt: new Date() });
  expect(lines.map(textOf).join(' ')).toMatch(
    /\/x\/sums\.csv is there already: 4\.9 KiB, of \d{4}-.* will be lost\./u,
  );
  expect(danger).toBe(true);
});
