import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { repository } from '../lib/repository.mjs';
import { temporaryFolder } from '../test/temporary-folder.js';
import { startServer } from './start-server.mjs';

/** Stands for the server, and writes down its process and its folder. */
const SERVER = `#!/bin/sh
for folder; do :; done
echo "$$ $folder" > "$0.started"
echo "INFO server is running at http://127.0.0.1:4321"
exec sleep 600
`;

async function fakeServer(folder: string, script = SERVER): Promise<string> {
  const path = join(folder, 'server');
  await writeFile(path, script, { mode: 0o755 });
  return path;
}

async function started(server: string): Promise<{ pid: number; folder: string }> {
  const [pid = '', folder = ''] = (await readFile(`${server}.started`, 'utf8')).trim().split(' ');
  return { pid: Number(pid), folder };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('says where the server is, and leaves neither process nor folder when it is stopped', async () => {
  await using folder = await temporaryFolder();
  const binary = await fakeServer(folder.path);
  const server = await startServer(binary, 0);
  expect(server.url).toBe('http://cairn:cairn-test-secret@127.0.0.1:4321');
  const { pid, folder: data } = await started(binary);
  expect([isAlive(pid), existsSync(data)]).toEqual([true, true]);
  await server.stop();
  expect([isAlive(pid), existsSync(data)]).toEqual([false, false]);
});

test('says so when the server ends at once', async () => {
  await using folder = await temporaryFolder();
  const binary = await fakeServer(folder.path, '#!/bin/sh\nexit 1\n');
  await expect(startServer(binary, 9000)).rejects.toThrow(
    'does not start on 127.0.0.1:9000; is the port in use?',
  );
});

test('leaves neither process nor folder when it is killed itself', async () => {
  await using folder = await temporaryFolder();
  const binary = await fakeServer(folder.path);
  const module = pathToFileURL(join(repository, 'scripts', 's3-server', 'start-server.mjs')).href;
  const script = `import { startServer } from ${JSON.stringify(module)};
    await startServer(${JSON.stringify(binary)}, 0); process.kill(process.pid, 'SIGKILL');`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  // Its error stream ends when nobody holds it any more: not the keeper either.
  expect(await text(child.stderr)).toBe('');
  const { pid, folder: data } = await started(binary);
  while (isAlive(pid) || existsSync(data)) await delay(10);
});
