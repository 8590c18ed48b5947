import type { CheckedFile } from './check-files.js';
import { planUpload } from './plan-upload.js';

const file = (name: string, more: Partial<CheckedFile> = {}): CheckedFile => ({
  name,
  path: `${name}.csv`,
  inputCommitment: `0x${name.length}`,
  values: 3,
  bytes: 10,
  ...more,
});

const LARGE = 256 * 1024 * 1024;

describe('planUpload', () => {
  it('sends what is not there and skips what is there with the same values', () => {
    const there = { id: 'g1', name: 'A', inputCommitment: '0x1' };
    const plan = planUpload([file('a'), file('bb')], [there], LARGE);
    expect(plan.batches).toEqual([[file('bb')]]);
    expect(plan.present).toEqual([{ file: file('a'), group: there }]);
  });

  it('refuses names that are taken by other values, naming them all', () => {
    const groups = ['a', 'b'].map((name) => ({ id: name, name, inputCommitment: '0xdead' }));
    expect(() => planUpload([file('a'), file('b'), file('c')], groups, LARGE)).toThrow(/"a", "b"$/);
  });

  it('makes batches of at most a thousand groups', () => {
    const files = Array.from({ length: 2500 }, (_, i) => file(`f${i}`));
    const { batches } = planUpload(files, [], LARGE);
    expect(batches.map((batch) => batch.length)).toEqual([1000, 1000, 500]);
    expect(batches.flat()).toEqual(files);
  });

  it('makes a batch no larger than 64 MiB, unless one file is', () => {
    const sizes = [40, 20, 10, 70, 1].map((mib, i) => file(`f${i}`, { bytes: mib * 1024 * 1024 }));
    const { batches } = planUpload(sizes, [], LARGE);
    expect(batches.map((batch) => batch.map((one) => one.name))).toEqual([
      ['f0', 'f1'],
      ['f2'],
      ['f3'],
      ['f4'],
    ]);
  });

  it('keeps to what the server takes at once, with what an archive adds', () => {
    const files = Array.from({ length: 5 }, (_, i) => file(`f${i}`, { bytes: 4_000 }));
    const { batches } = planUpload(files, [], 13_000);
    expect(batches.map((batch) => batch.length)).toEqual([2, 2, 1]);
  });

  it('plans nothing for nothing', () => {
    expect(planUpload([], [], LARGE)).toEqual({ batches: [], present: [], twins: new Map() });
  });

  it('tells what has the same values as another group, here or at the server', () => {
    const there = { id: 'g1', name: 'old', inputCommitment: '0xa' };
    const [one, two, three, four] = [
      file('one', { inputCommitment: '0xb' }),
      file('two', { inputCommitment: '0xa' }),
      file('three', { inputCommitment: '0xb' }),
      file('old', { inputCommitment: '0xa' }),
    ];
    const { twins } = planUpload([one, two, three, four], [there], LARGE);
    expect([...twins]).toEqual([
      [two, 'old'],
      [three, 'one'],
    ]);
  });
});
