import { readFile } from 'node:fs/promises';
import { checkResult } from './check-result.js';
import { demoPlan } from './demo-plan.js';
import { enumerateFolds } from './enumerate-folds.js';
import type { ExpectedResults } from './expected-results.js';
import { parseGroupName } from './group-name.js';
import { makeInputGroups } from './make-input-groups.js';
import { Program } from './test/program.js';
import { randomSequences } from './test/random-sequences.js';

let program: Program;
beforeAll(async () => {
  program = await Program.compile();
}, 120_000);
afterAll(() => program[Symbol.asyncDispose]());

const beads = (sequence: string) => Array.from(sequence, (bead) => `'${bead}'`).join(',');

async function expected(): Promise<ExpectedResults> {
  return JSON.parse(await readFile(demoPlan.expectedFile, 'utf8'));
}

test('needs cheap builtins only, so that the smallest tables do', () => {
  expect(new Set(program.facts.builtins)).toEqual(new Set(['output', 'range_check', 'poseidon']));
});

describe('the demo', () => {
  const groups = makeInputGroups(demoPlan.sequence, demoPlan.prefixLength);

  test.each(groups)('$name comes out as expected, in about the declared steps', async (group) => {
    const { run, moves: _moves, ...result } = await program.result(group);
    const row = (await expected()).groups.find(({ name }) => name === group.name);
    expect(result).toEqual({
      name: row?.name,
      energy: row?.energy,
      best: BigInt(row?.best ?? -1),
      walks: BigInt(row?.walks ?? -1),
    });
    expect(run.output[0]).toBe(run.inputCommitment);
    const share = run.steps / (program.manifest.expectedSteps ?? Number.NaN);
    expect(share).toBeGreaterThan(0.5);
    expect(share).toBeLessThan(1.2);
    expect(run.tier).toBe('small');
  });
});

test('all 1,479 walks of 8 steps in one direction take a tenth of the 2.3 million steps of the trial version', async () => {
  const run = await program.execute(`${beads('HPHPPHHPH')}\n0`);
  expect(run.steps).toBeLessThan(233_000);
});

test('random chains come out as by brute force, with a fold that has the energy', async () => {
  for (const [index, sequence] of randomSequences(8, 9, 2024).entries()) {
    const groups = makeInputGroups(sequence, 3);
    const group = groups[index % groups.length];
    if (group === undefined) throw new Error('a search has groups');
    const { run: _run, ...result } = await program.result(group);
    const { moves: _moves, ...brute } = enumerateFolds(sequence, parseGroupName(group.name).prefix);
    expect(result).toMatchObject(brute);
    expect(() => checkResult(result)).not.toThrow();
  }
}, 60_000);

test.each([
  ['HPPHPHH', 'W', [2]],
  ['HHHHHH', 'SE', [3, 0]],
  ['HHHHHHHHH', 'ENWWSSE', [0, 1, 2, 2, 3, 3, 0]],
  ['HPPH', 'ENW', [0, 1, 2]],
  ['HP', 'N', [1]],
  ['HPPPP', 'EN', [0, 1]],
])('%s from %s on: any first move, up to the whole walk', async (sequence, prefix, numbers) => {
  const name = `${sequence}-${prefix}`;
  const { run: _run, ...result } = await program.result({ name, csv: `${beads(sequence)}\n${numbers}` });
  const { moves: _moves, ...brute } = enumerateFolds(sequence, parseGroupName(name).prefix);
  expect(result).toMatchObject(brute);
  expect(() => checkResult(result)).not.toThrow();
});

test('moves into a dead end: no walk, no fold, energy 0', async () => {
  const csv = `${beads('HHHHHHHHH')}\n0,1,1,2,2,3,0`;
  const { energy, best, walks, moves } = await program.result({ name: 'HHHHHHHHH-ENNWWSE', csv });
  expect({ energy, best, walks, moves }).toEqual({ energy: 0, best: 0n, walks: 0n, moves: [] });
});

test.each([
  ['', 'chain: 2 or more of H, P wanted'],
  ["'H'\n0", 'chain: 2 or more of H, P wanted'],
  ["'H','p','H'\n0", 'chain: 2 or more of H, P wanted'],
  ["'H','P','X'\n0", 'moves 0-3 wanted after H and P'],
  ["'H','P','H'", 'moves: at least one wanted'],
  ["'H','P','H'\n0,1,2", 'moves: more than the chain has'],
  ["'H','P','H'\n0,4", 'moves 0-3 wanted after H and P'],
  ["'H','P'\n0\n'H'", 'moves 0-3 wanted after H and P'],
  ["'H','P','H'\n-1", 'moves 0-3 wanted after H and P'],
  ["'H','P','H'\n0,2", 'moves: the walk meets itself'],
  ["'H','P','P','H','H'\n0,1,2,3", 'moves: the walk meets itself'],
])('%p cannot be proven: %s', async (csv, message) => {
  await expect(program.execute(csv)).rejects.toMatchObject({
    code: 'PROGRAM_PANICKED',
    message: expect.stringContaining(`'${message}'`),
  });
});
