import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../test/temporary-folder.js';
import { takeLock } from './lock.mjs';

const pollMs = 5;

test('a second one waits until the first gives the lock back', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'not yet there', 'lock');
  const order: string[] = [];
  const release = await takeLock(path, { pollMs });
  const waits = Promise.withResolvers<void>();
  const second = takeLock(path, { pollMs, onWait: () => waits.resolve() }).then((free) => {
    order.push('second');
    return free();
  });
  await waits.promise;
  order.push('first');
  await release();
  await second;
  expect(order).toEqual(['first', 'second']);
  expect(await readdir(join(folder.path, 'not yet there'))).toEqual([]);
});

test('of many at once only one holds it at any time', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'lock');
  let holders = 0;
  let most = 0;
  const one = async () => {
    const release = await takeLock(path, { pollMs });
    most = Math.max(most, ++holders);
    await new Promise(setImmediate);
    holders -= 1;
    await release();
  };
  await Promise.all(Array.from({ length: 20 }, one));
  expect(most).toBe(1);
});

test('the lock of a killed process counts for nothing', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'lock');
  const module = new URL('./lock.mjs', import.meta.url).href;
  const code = `const { takeLock } = await import(${JSON.stringify(module)});
    await takeLock(${JSON.stringify(path)}); console.log('held'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'close');
  await expect(readFile(path, 'utf8')).resolves.toContain(`"pid":${child.pid}`);
  const releases = await Promise.all([0, 1, 2].map(() => takeLock(path, { pollMs }).then((free) => free())));
  expect(releases).toHaveLength(3);
});

test('a lock that nobody has touched for minutes counts for nothing, whoever held it', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'lock');
  await writeFile(path, JSON.stringify({ host: 'another', pid: process.pid, id: 'x' }));
  const controller = new AbortController();
  const waiting = takeLock(path, { pollMs, onWait: () => controller.abort(), signal: controller.signal });
  await expect(waiting).rejects.toThrow('aborted');
  const longAgo = new Date(Date.now() - 180_000);
  await utimes(path, longAgo, longAgo);
  const release = await takeLock(path, { pollMs });
  await release();
  expect(await readdir(folder.path)).toEqual([]);
});

test('giving back a lock that another has taken over leaves it to the other', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'lock');
  const release = await takeLock(path, { pollMs });
  const other = JSON.stringify({ host: 'h', pid: 1, id: 'other' });
  await writeFile(path, other);
  await release();
  expect(await readFile(path, 'utf8')).toBe(other);
});
