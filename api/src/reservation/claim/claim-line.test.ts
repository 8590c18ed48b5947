import type { Claim } from './claim.js';
import { ClaimLine } from './claim-line.js';

interface Waiting {
  readonly item: Claim;
}

let line: ClaimLine<Waiting>;

beforeEach(() => {
  line = new ClaimLine();
});

/** So many claims of one network, all with the same filter, or each with one of its own. */
function wait(network: string, claims: number, filter: (n: number) => string = () => 'any'): void {
  for (let n = 0; n < claims; n += 1) {
    const requested = filter(n);
    const wanted = { kind: 'EXECUTE', programId: undefined, organizationId: undefined } as const;
    const clientKey = `${network} ${n}`;
    line.add({ item: { ...wanted, clientKey, clientKeyHash: clientKey, requested, addressHash: network } });
  }
}

const ownFilter = (n: number) => `filter ${n}`;
const takeBatch = () => line.takeBatch().map(({ item }) => item.clientKey);

it('takes a hundred of one network when nobody else waits, in the order in which they came', () => {
  wait('a', 130);
  expect(takeBatch()).toEqual(Array.from({ length: 100 }, (_, n) => `a ${n}`));
  expect(takeBatch()).toHaveLength(30);
  expect([line.isEmpty, takeBatch()]).toEqual([true, []]);
});

it('takes one of each network in turn, and a few of one that has many', () => {
  wait('a', 200);
  wait('b', 2);
  wait('c', 1);
  expect(takeBatch()).toEqual(['a 0', 'b 0', 'c 0', 'a 1', 'b 1', 'a 2', 'a 3']);
  expect(line.isEmpty).toBe(false);
});

it('begins with the network that was served longest ago', () => {
  for (let n = 0; n < 101; n += 1) wait(`n${n}`, 2);
  expect(takeBatch()).toEqual(Array.from({ length: 100 }, (_, n) => `n${n} 0`));
  expect(takeBatch().slice(0, 2)).toEqual(['n100 0', 'n0 1']);
});

it('takes eight filters at once, and leaves the others for the next time', () => {
  wait('a', 40, ownFilter);
  expect(takeBatch()).toHaveLength(8);
  for (let n = 0; n < 9; n += 1) wait(`n${n}`, 1, () => `of network ${n}`);
  wait('late', 1, () => 'of network 0');
  expect(takeBatch()).toEqual(['a 8', ...Array.from({ length: 7 }, (_, n) => `n${n} 0`), 'late 0']);
  expect(takeBatch().slice(0, 2)).toEqual(['n7 0', 'n8 0']);
});

it('serves everybody in the end', () => {
  for (let n = 0; n < 30; n += 1) wait(`n${n}`, 30, (at) => `${n} ${at % 7}`);
  const served: string[] = [];
  while (!line.isEmpty) {
    const batch = takeBatch();
    expect(batch.length).toBeGreaterThan(0);
    served.push(...batch);
  }
  expect(new Set(served).size).toBe(900);
  expect(served).toHaveLength(900);
});
