import { HeldAnswers } from './held-answers.js';

let held: HeldAnswers;
let ended: string[];

beforeEach(() => {
  held = new HeldAnswers({ perNetwork: 100, inAll: 250 });
  ended = [];
});

/** An answer of 40 bytes unless told otherwise. */
function hold(name: string, address: string, bytes = 40): () => void {
  return held.hold(address, bytes, () => ended.push(name));
}

it("ends a network's oldest answer when all of its own become too much, and no other's", () => {
  hold('another', '10.0.0.2');
  hold('first', '10.0.0.1');
  const taken = hold('second', '10.0.0.1');
  expect(ended).toEqual([]);
  hold('third', '10.0.0.1');
  expect(ended).toEqual(['first']);
  taken();
  hold('fourth', '10.0.0.1');
  expect(ended).toEqual(['first']);
});

it('ends the oldest of who lets the most wait when all together become too much', () => {
  hold('small', '10.0.0.1', 60);
  hold('large', '10.0.0.2', 50);
  hold('larger', '10.0.0.2', 50);
  hold('middle', '10.0.0.3', 80);
  expect(ended).toEqual([]);
  hold('last', '10.0.0.4', 20);
  expect(ended).toEqual(['large']);
});
