import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { temporaryFolder } from '@cairn/tui-kit/test';
import { lockDataDir } from './lock-data-dir.js';

test('lets one in at a time', async () => {
  await using folder = await temporaryFolder();
  const unlock = lockDataDir(folder.path);
  expect(() => lockDataDir(folder.path)).toThrow(
    `another cairn-donor (process ${process.pid}) is working in ${folder.path}`,
  );
  unlock();
  lockDataDir(folder.path)();
});

const HOLDER = `
  const { DatabaseSync } = require('node:sqlite');
  const lock = new DatabaseSync(process.argv[1] + '/lock.db');
  lock.exec('begin exclusive');
  console.log('locked');
  setInterval(() => {}, 1000);
`;

test('is held against another process, and free as soon as that is killed', async () => {
  await using folder = await temporaryFolder();
  const holder = spawn(process.execPath, ['-e', HOLDER, folder.path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(holder, 'exit');
  try {
    await once(holder.stdout, 'data');
    expect(() => lockDataDir(folder.path)).toThrow(/^another cairn-donor is working/u);
  } finally {
    holder.kill('SIGKILL');
    await ended;
  }
  lockDataDir(folder.path)();
});
