import { send } from './test/send.js';
import { TestServer } from './test/test-server.js';
import { goTheWholeWay } from './test/whole-path.js';

it('publishes, reserves, executes, proves, verifies and confirms', async () => {
  await using server = await TestServer.start();
  const link = await goTheWholeWay(server);
  expect((await send(link)).status).toBe(403);
}, 120_000);
