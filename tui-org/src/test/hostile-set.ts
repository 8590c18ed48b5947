import type { ResultRow } from '../results/result-row.js';
import type { ResultSet } from '../results/result-set.js';

const row: ResultRow = {
  inputGroup: { id: 'g1', name: 'first' },
  proofSha256: 'a'.repeat(64),
  trust: 'verified',
  bound: true,
  values: [-5n, '=1+1', [1n, 2n]],
};

/** Results with texts that would drive a terminal or a spreadsheet, and one that cannot be read. */
export const hostileSet: ResultSet = {
  program: { id: 'p', name: 'adding up', programHash: '0x1' },
  columns: [
    { name: 'total', type: { kind: 'integer', bits: 128, signed: true } },
    { name: 'label', type: { kind: 'short_string' } },
    { name: 'list', type: { kind: 'array', element: { kind: 'felt252' } } },
  ],
  rows: [
    row,
    {
      ...row,
      inputGroup: { id: 'g2', name: '=HYPERLINK("x")\u001b[2J' },
      trust: 'servers-word',
      bound: false,
      values: [2n ** 100n, '@x', []],
    },
    { ...row, inputGroup: { id: 'g3', name: 'third' }, values: [], problem: 'one left over' },
  ],
};
