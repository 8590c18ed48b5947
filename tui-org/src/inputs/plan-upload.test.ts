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

describe('planUpload', () => {
  it('sends what is not there and skips what is there with the same values', () => {
    const there = { id: 'g1', name: 'A', inputCommitment: '0x1' };
    const plan = planUpload([file('a'), file('bb')], [there]);
    expect(plan.batches).toEqual([[file('bb')]]);
    expect(plan.present).toEqual([{ file: file('a'), group: there }]);
  });

  it('refuses names that are taken by other values, naming them all', () => {
    const groups = ['a', 'b'].map((name) => ({ id: name, name, inputCommitment: '0xdead' }));
    expect(() => planUpload([file('a'), file('b'), file('c')], groups)).toThrow(/"a", "b"$/);
  });

  it('makes batches of at most a hundred groups', () => {
    const files = Array.from({ length: 250 }, (_, i) => file(`f${i}`));
    const { batches } = planUpload(files, []);
    expect(batches.map((batch) => batch.length)).toEqual([100, 100, 50]);
    expect(batches.flat()).toEqual(files);
  });

  it('makes a batch no larger than 64 MiB, unless one file is', () => {
    const sizes = [40, 20, 10, 70, 1].map((mib, i) => file(`f${i}`, { bytes: mib * 1024 * 1024 }));
    const { batches } = planUpload(sizes, []);
    expect(batches.map((batch) => batch.map((one) => one.name))).toEqual([
      ['f0', 'f1'],
      ['f2'],
      ['f3'],
      ['f4'],
    ]);
  });

  it('plans nothing for nothing', () => {
    expect(planUpload([], [])).toEqual({ batches: [], present: [] });
  });
});
