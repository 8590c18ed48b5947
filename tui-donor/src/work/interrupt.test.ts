import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findBinary } from '@cairn/prover';
import { waitUntil } from '@cairn/tui-kit/test';
import type { DonorProcess } from '../test/donor-process.js';
import { type DonorWorld, donorWorld } from '../test/donor-world.js';
import { proversOf } from '../test/provers-of.js';

let world: DonorWorld;

beforeAll(async () => {
  world = await donorWorld();
});

afterAll(() => world[Symbol.asyncDispose]());

/** Ends a donor by a signal; how long that took, in milliseconds. */
async function interrupt(donor: DonorProcess, signal: NodeJS.Signals, exitCode: number): Promise<number> {
  const began = performance.now();
  donor.signal(signal);
  await donor.end(exitCode);
  return performance.now() - began;
}

function isProving(donor: DonorProcess): boolean {
  return donor.events('phase').some(({ command }) => command === 'prove');
}

test.each([
  ['SIGINT', 130, '1'],
  ['SIGTERM', 143, '0.1'],
  ['SIGHUP', 129, '1'],
] as const)(
  '%s ends it within two seconds and gives the group back',
  async (signal, exitCode, cpus) => {
    const program = await world.publish(`ended by ${signal}`);
    await world.addGroup(program, 'first', '0,1000');
    const flags = ['--program', program, '--data-dir', join(world.folder, signal)];
    const donor = world.donor(...flags, '--mode', 'full', '--cpus', cpus);
    await donor.until(isProving);
    expect(await proversOf(world.folder)).toHaveLength(1);
    expect(await interrupt(donor, signal, exitCode)).toBeLessThan(2000);
    expect(await proversOf(world.folder)).toEqual([]);
    expect(await world.groups(program)).toMatchObject([{ state: 'EXECUTED' }]);
    expect(donor.events('stopped')).toMatchObject([{ why: 'interrupted' }]);
    expect(donor.lines.at(-1)).toMatchObject({ error: { code: 'CANCELLED' } });

    // What was finished is not thrown away.
    const again = world.donor(...flags);
    await again.end();
    expect(again.story).toEqual(['started', 'resumed', 'proved', 'proof-accepted', 'stopped']);
  },
  180_000,
);

/** A worker that does as the real one until it has to prove: then it hears nothing and says nothing sensible. */
async function stubbornProver(prove: string): Promise<string> {
  const path = join(world.folder, 'stubborn-prover');
  const script = `#!/bin/sh
    fifo="$0.$$"; mkfifo "$fifo" "$fifo.out"
    shift # Its parent is this script, not the donor.
    "${await findBinary('prove')}" --die-with-parent=$$ "$@" < "$fifo" > "$fifo.out" &
    exec 3> "$fifo" 4< "$fifo.out"
    IFS= read -r ready <&4; printf '%s\\n' "$ready"
    cat <&4 &
    while IFS= read -r line; do
      rest=\${line#*'"job":"'}; job=\${rest%%'"'*}
      case "$line" in *'"command":"prove"'*) ${prove};; esac
      printf '%s\\n' "$line" >&3
    done`;
  await writeFile(path, script, { mode: 0o755 });
  return path;
}

const HANGING = `
  trap "" TERM INT
  printf '{"job":"%s","event":"phase","phase":"prove","seconds":0}\\n' "$job"
  while :; do sleep 1; done`;

test('ends within two seconds though its prover does not listen, and at once when asked twice', async () => {
  const program = await world.publish('stubborn');
  await world.addGroup(program, 'first', '0,1000');
  const flags = ['--program', program, '--data-dir', join(world.folder, 'stubborn')];
  const prover = { CAIRN_PROVER: await stubbornProver(HANGING) };
  const donor = world.donorWith(prover, ...flags);
  await donor.until(isProving);
  expect(await interrupt(donor, 'SIGINT', 130)).toBeLessThan(2000);
  expect(await proversOf(world.folder)).toEqual([]);

  const again = world.donorWith(prover, ...flags);
  await again.until(isProving);
  // One signal often enough: two different ones that wait at the same time may be heard in either order.
  const asking = setInterval(() => again.signal('SIGINT'), 50);
  const took = await interrupt(again, 'SIGINT', 130).finally(() => clearInterval(asking));
  expect(took).toBeLessThan(1000);
  expect(again.events('stopped')).toEqual([]);
  await waitUntil(async () => (await proversOf(world.folder)).length === 0, 2000);
}, 60_000);

test('gives up a piece of work on which the prover talks nonsense, and goes on', async () => {
  const program = await world.publish('garbled');
  await world.addGroup(program, 'first', '0,1000');
  const flags = ['--program', program, '--data-dir', join(world.folder, 'garbled')];
  const donor = world.donorWith({ CAIRN_PROVER: await stubbornProver('echo nonsense; exit 0') }, ...flags);
  await donor.end(3);
  expect(donor.events('restarted')).toMatchObject([{ command: 'prove' }]);
  expect(donor.events('failed')).toMatchObject([
    { reported: false, message: expect.stringContaining('tried twice') },
  ]);
  expect(await world.groups(program)).toMatchObject([{ state: 'EXECUTED' }]);
}, 60_000);
