import { KnownWork } from './known-work.js';
import type { ServingProgram } from './taken.js';

let known: KnownWork;
/** The programs that have something free, and among which ones was looked. */
let free: string[];
let looks: (readonly string[] | undefined)[];

beforeEach(() => {
  known = new KnownWork();
  free = ['a', 'b', 'c'];
  looks = [];
});

async function find(most: number, among?: readonly string[]): Promise<ServingProgram[]> {
  looks.push(among);
  const found = free.filter((id) => among === undefined || among.includes(id));
  return found.slice(0, most).map((id) => ({ id, leaseSeconds: 60 }));
}

const next = async (ms: number, most = 2, filter = 'any') =>
  (await known.next(filter, new Date(ms), most, find)).map(({ id }) => id);

it('looks everywhere once, and then only where there was something, for a second', async () => {
  expect([await next(5_000), await next(5_999)]).toEqual([
    ['a', 'b'],
    ['a', 'b'],
  ]);
  expect(await next(5_500, 3, 'another filter')).toEqual(['a', 'b', 'c']);
  expect(looks).toEqual([undefined, ['a', 'b', 'c'], undefined]);
  free = ['new', ...free];
  expect(await next(5_999)).toEqual(['a', 'b']);
  expect(await next(6_000)).toEqual(['new', 'a']);
});

it('looks everywhere before it says that there is nothing', async () => {
  await next(5_000);
  free = ['new'];
  expect(await next(5_001)).toEqual(['new']);
  free = [];
  expect(await next(5_002)).toEqual([]);
  free = ['new'];
  expect(await next(5_003)).toEqual(['new']);
  expect(looks.slice(1)).toEqual([['a', 'b', 'c'], undefined, ['new'], undefined, undefined]);
});
