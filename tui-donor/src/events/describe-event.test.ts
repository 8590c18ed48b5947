import { describeEvent } from './describe-event.js';
import type { DonorEvent } from './donor-event.js';

const names = { inputGroupId: 'g1', inputGroup: 'first', program: 'fold' };

test.each<[DonorEvent, string]>([
  [
    {
      event: 'executed',
      steps: 92310,
      seconds: 0.61,
      bytes: 9,
      proveMemory: 1.7 * 1024 ** 3,
      proveSeconds: 3.8,
      tier: 'small',
      ...names,
    },
    'fold / first: executed: 92,310 steps in 0.61 s; proving takes about 1.7 GiB and 3.8 s',
  ],
  [
    {
      event: 'progress',
      command: 'prove',
      phase: 'prove',
      fraction: 0.429,
      remaining: 65,
      seconds: 9,
      ...names,
    },
    'fold / first: prove: prove, 42 %, about 1 min 05 s left',
  ],
  [
    {
      event: 'progress',
      command: 'execute',
      phase: 'execute',
      fraction: null,
      remaining: null,
      seconds: 9,
      steps: 92310,
      ...names,
    },
    'fold / first: execute: execute, 92,310 steps',
  ],
  [
    { event: 'restarted', command: 'prove', why: 'it was ended by SIGKILL', ...names },
    'fold / first: prove: begins anew in a fresh prover: it was ended by SIGKILL',
  ],
  [
    { event: 'failed', code: 'STEP_LIMIT', message: 'too many steps', reported: true, ...names },
    'fold / first: given up (STEP_LIMIT): too many steps; the server was told',
  ],
  [
    { event: 'lease-lost', why: 'it was not renewed in time', goesOn: true, ...names },
    'fold / first: the lease has ended: it was not renewed in time; the work goes on',
  ],
  [
    { event: 'stopped', why: 'no-work-left', proofs: 2, executions: 1, others: { failed: 1 }, seconds: 65 },
    'stopped after 1 min 05 s: 2 proofs, 1 execution, 1 failed; no work is left',
  ],
  [{ event: 'waiting', seconds: 2 }, 'no work now; asks again in 2 s'],
  [
    {
      event: 'paused',
      code: 'BATTERY',
      why: 'on battery',
      reasons: [
        { code: 'BATTERY', why: 'on battery' },
        { code: 'PROGRAM', why: 'a game is running' },
      ],
    },
    'paused: on battery; a game is running',
  ],
  [{ event: 'continued', seconds: 65 }, 'goes on, after a pause of 1 min 05 s'],
  [
    { event: 'key-unprotected', file: '/mnt/donor-key.pem' },
    'others on this machine may be able to read /mnt/donor-key.pem: its file system gives no file to its owner alone. Whoever has this key is this donor; --data-dir names another place',
  ],
  [
    {
      event: 'configured',
      changes: [
        { key: 'executor_cpus', value: '0.5', from: 'executor_cpus in the saved settings' },
        { key: 'hours', value: 'always', from: 'the default' },
      ],
    },
    'settings: executor_cpus is 0.5 (executor_cpus in the saved settings); hours is always (the default)',
  ],
  [{ event: 'allowed', isIdle: true, cpus: 1.5 }, 'may use 1.5 CPUs now: the machine is idle'],
])('tells %j', (event, text) => {
  expect(describeEvent(event)).toBe(text);
});

test('lets nothing from outside drive the terminal', () => {
  const text = describeEvent({
    event: 'released',
    inputGroupId: 'g',
    inputGroup: 'a\u001b[2Jb',
    program: '\u202efold',
  });
  expect(text).toBe('fold / ab: given back');
});
