import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { waitUntil } from '@cairn/tui-kit/test';
import type { DonorEvent } from '../events/donor-event.js';
import { governorSettings } from '../test/unbound-governor.js';
import { Governor } from './governor.js';
import type { GovernorSettings } from './governor-settings.js';
import type { Sample } from './sample.js';

/** A governor over a machine that the test makes up, and what it told. */
function governorOf(machine: Partial<Sample>, changes: Partial<GovernorSettings> = {}) {
  const events: DonorEvent[] = [];
  const governor = new Governor({
    settings: governorSettings(changes),
    sampler: { measure: async () => machine },
    emit: (event) => void events.push(event),
  });
  return { governor, events, [Symbol.dispose]: () => governor.close() };
}

/** A sleeping process and whether it is stopped, as the handle saw it. */
function sleeper() {
  const child = spawn('sleep', ['60'], { stdio: 'ignore' });
  let isStopped = false;
  const handle = {
    pid: child.pid ?? 0,
    stop: () => {
      isStopped = true;
      return child.kill('SIGSTOP');
    },
    continue: () => {
      isStopped = false;
      return child.kill('SIGCONT');
    },
  };
  return {
    handle,
    isStopped: () => isStopped,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

test('stops what runs when a sample asks for it, tells why, and lets it go on', async () => {
  const machine: { onBattery: boolean } = { onBattery: false };
  using made = governorOf(machine, { onBattery: 'pause' });
  const { governor, events } = made;
  await governor.start();
  await using child = sleeper();
  const { handle, isStopped } = child;
  const release = governor.drive(handle, 1);
  expect(isStopped()).toBe(false);
  machine.onBattery = true;
  await waitUntil(isStopped, 2000);
  expect(events).toMatchObject([{ event: 'paused', code: 'BATTERY', why: 'on battery' }]);
  governor.configure(governorSettings({ onBattery: 'work' }));
  expect(isStopped()).toBe(false);
  expect(events.at(-1)).toMatchObject({ event: 'continued' });
  release();
});

test('a changed cap ends no pause before its time', async () => {
  const machine = { onBattery: true };
  using made = governorOf(machine, { onBattery: 'pause' });
  const { governor } = made;
  await governor.start();
  machine.onBattery = false;
  const { inUse } = governor.settings;
  governor.configure(governorSettings({ onBattery: 'pause', inUse: { ...inUse, cpus: 0.5 } }));
  expect(governor.decision).toMatchObject({ run: false, reasons: [{ code: 'BATTERY' }], cpus: 0.5 });
});

test('lets wait what may not run, until it may or the wait is over', async () => {
  using made = governorOf({});
  const { governor } = made;
  governor.wants({ kind: 'pause' });
  const giveUp = new AbortController();
  const given = governor.mayRun(giveUp.signal);
  giveUp.abort(new Error('enough'));
  await expect(given).rejects.toThrow('enough');
  const waiting = governor.mayRun(new AbortController().signal);
  governor.wants({ kind: 'work' });
  await waiting;
});

test('ends a snooze by itself', async () => {
  using made = governorOf({});
  const { governor, events } = made;
  await governor.start();
  governor.wants({ kind: 'snooze', until: Date.now() + 300 });
  expect(governor.decision).toMatchObject({ run: false, reasons: [{ code: 'SNOOZE' }] });
  await governor.mayRun(AbortSignal.timeout(5000));
  expect(events.map(({ event }) => event)).toEqual(['paused', 'continued']);
});

test('gives a child what the wider limit is worth in threads, and at most a CPU for each', async () => {
  const wide = { cpus: 2.5, otherCpus: null, freeMemory: null };
  using made = governorOf({}, { idle: wide, inUse: { ...wide, cpus: 0.5 } });
  expect(made.governor.threads).toBe(3);
  expect(made.governor.decision).toMatchObject({ cpus: 0.5 });
});
