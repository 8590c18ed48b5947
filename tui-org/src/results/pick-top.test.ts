import type { OutputColumn } from '@cairn/shared-schema';
import { pickTop } from './pick-top.js';
import type { ResultRow } from './result-row.js';

const columns: OutputColumn[] = [
  { name: 'energy', type: { kind: 'integer', bits: 64, signed: true } },
  { name: 'moves', type: { kind: 'array', element: { kind: 'felt252' } } },
];

const rows = [-1n, -4n, 2n, -4n].map(
  (energy, i): ResultRow => ({
    inputGroup: { id: `${i}`, name: `g${i}` },
    proofSha256: 'a'.repeat(64),
    trust: 'verified',
    bound: true,
    values: [energy, []],
  }),
);
const names = (picked: ResultRow[]) => picked.map((row) => row.inputGroup.name);

describe('pickTop', () => {
  it('takes the greatest first, or the least', () => {
    expect(names(pickTop(columns, rows, { name: 'energy', limit: 2, lowest: false }))).toEqual(['g2', 'g0']);
    expect(names(pickTop(columns, rows, { name: 'energy', limit: 3, lowest: true }))).toEqual([
      'g1',
      'g3',
      'g0',
    ]);
  });

  it('leaves out rows that could not be read', () => {
    const [first] = rows;
    const unread: ResultRow[] = first ? [{ ...first, values: [] }] : [];
    expect(pickTop(columns, unread, { name: 'energy', limit: 2, lowest: false })).toEqual([]);
  });

  it.each(['moves', 'nothing'])('refuses %s and names the outputs that have an order', (name) => {
    expect(() => pickTop(columns, rows, { name, limit: 1, lowest: false })).toThrow(
      expect.objectContaining({ expected: 'one of the outputs energy' }),
    );
  });
});
