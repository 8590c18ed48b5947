import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { temporaryFolder } from '@cairn/tui-kit/test';
import { ControlClient } from './control-client.js';
import { controlSocketPath } from './control-socket-path.js';
import { makeOwnFolder } from './own-folder.js';
import { PROTOCOL } from './protocol.js';

test('tells how it stands before what happens, though both arrive in one piece', async () => {
  await using folder = await temporaryFolder();
  const path = controlSocketPath(folder.path);
  makeOwnFolder(dirname(path));
  const lines = [
    { id: '1', ok: { state: 'working' } },
    { time: '2026-11-26T12:00:00.000Z', event: { event: 'stopped' } },
    { time: '2026-11-26T12:00:01.000Z', event: { event: 'started' } },
  ];
  const server = createServer((socket) => {
    socket.write(`${JSON.stringify({ cairn: PROTOCOL, pid: 1 })}\n`);
    socket.once('data', () => socket.end(lines.map((line) => `${JSON.stringify(line)}\n`).join('')));
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  const heard: string[] = [];
  using client = await ControlClient.connect(folder.path);
  await client.follow(
    ({ state }) => heard.push(state),
    ({ event }) => heard.push(event),
  );
  await client.closed;
  server.close();
  expect(heard).toEqual(['working', 'stopped', 'started']);
});
