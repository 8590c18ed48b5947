import { nodeProblem } from './node-version.js';

describe('nodeProblem', () => {
  it.each(['24.0.0', '24.21.0', '26.1.0', '100.0.0'])('has nothing against Node %s', (version) => {
    expect(nodeProblem(version)).toBeUndefined();
  });

  it.each(['20.18.1', '23.11.0', '8.0.0', 'unknown'])('says what to do about Node %s', (version) => {
    expect(nodeProblem(version)).toMatch(/error: this is Node .*\nexpected: Node 24 or newer\ndo this: /);
  });
});
