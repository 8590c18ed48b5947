import fc from 'fast-check';

/** One thing that happens. Leases and groups are named by number, counted round where there are fewer; lease -1 is the last. */
export type Step = Readonly<
  | { do: 'reserve'; donor: number; kind: 'EXECUTE' | 'EXECUTE_AND_PROVE' | 'PROVE'; crash: boolean }
  | { do: 'ask again'; lease: number }
  | { do: 'renew' | 'release' | 'execute'; lease: number; crash: boolean }
  | { do: 'report'; lease: number; code: 'PROGRAM_PANICKED' | 'TIME_LIMIT' | 'MEMORY_LIMIT'; crash: boolean }
  | { do: 'prove'; group: number; content: number; lease: number; crash: boolean }
  | { do: 'confirm' | 'reject' | 'retry'; group: number; crash: boolean }
  | { do: 'race'; donors: number; kind: 'EXECUTE' | 'PROVE' }
  | { do: 'wait'; ms: number }
  | { do: 'sweep' | 'fold' }
>;

const lease = fc.nat(7);
const group = fc.nat(3);
/** One transaction in ten is lost with its process. */
const crash = fc.nat(9).map((n) => n === 0);
const kind = fc.constantFrom('EXECUTE', 'EXECUTE_AND_PROVE', 'PROVE');

const reserve = fc.record({ do: fc.constant('reserve'), donor: fc.nat(3), kind, crash });
const report = fc.record({
  do: fc.constant('report'),
  lease,
  code: fc.constantFrom('PROGRAM_PANICKED', 'PROGRAM_PANICKED', 'TIME_LIMIT', 'MEMORY_LIMIT'),
  crash,
});

/** A donor takes a group and finds that it cannot be done. */
const fail = fc.tuple(fc.nat(3), report).map(([donor, reported]) => [
  { do: 'reserve', donor, kind: 'EXECUTE', crash: false },
  { ...reported, lease: -1 },
]);

/** A donor executes a group, and others find that they lack the memory to prove it. */
const lackMemory = fc.tuple(fc.nat(3), fc.boolean()).map(([donor, crash]) => [
  { do: 'reserve', donor, kind: 'EXECUTE', crash: false },
  { do: 'execute', lease: -1, crash: false },
  ...[0, 1, 2, 3].flatMap((other) => [
    { do: 'reserve', donor: other, kind: 'PROVE', crash: false },
    { do: 'report', lease: -1, code: 'MEMORY_LIMIT', crash: crash && other === 2 },
  ]),
]);

const single = fc
  .oneof(
    { arbitrary: reserve, weight: 5 },
    { arbitrary: fc.record({ do: fc.constantFrom('renew', 'release', 'execute'), lease, crash }), weight: 5 },
    { arbitrary: report, weight: 1 },
    {
      arbitrary: fc.record({ do: fc.constant('prove'), group, content: fc.nat(1), lease, crash }),
      weight: 3,
    },
    { arbitrary: fc.record({ do: fc.constantFrom('confirm', 'reject', 'retry'), group, crash }), weight: 3 },
    { arbitrary: fc.record({ do: fc.constant('ask again'), lease }), weight: 1 },
    {
      arbitrary: fc.record({
        do: fc.constant('race'),
        donors: fc.integer({ min: 2, max: 6 }),
        kind: fc.constantFrom('EXECUTE', 'PROVE'),
      }),
      weight: 1,
    },
    // No multiple comes near the 60 seconds of a lease: the clock itself goes on meanwhile.
    {
      arbitrary: fc.record({ do: fc.constant('wait'), ms: fc.constantFrom(25_000, 50_000, 75_000) }),
      weight: 2,
    },
    { arbitrary: fc.record({ do: fc.constantFrom('sweep', 'fold') }), weight: 2 },
  )
  .map((step) => [step]);

/** Lists of steps, the usual ones more often. */
export const steps: fc.Arbitrary<Step[]> = fc
  .array(
    fc.oneof(
      { arbitrary: single, weight: 3 },
      { arbitrary: fail, weight: 1 },
      { arbitrary: lackMemory, weight: 1 },
    ),
    {
      minLength: 1,
      maxLength: 40,
      size: 'max',
    },
  )
  .map((lists) => lists.flat() as Step[]);
