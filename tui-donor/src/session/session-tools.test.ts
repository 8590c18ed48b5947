import { temporaryFolder } from '@cairn/tui-kit/test';
import { parseRunFlags } from '../cli/parse-run-flags.js';
import type { DonorEvent } from '../events/donor-event.js';
import { Refusal, scriptedServer } from '../test/scripted-server.js';
import { EventHub } from './event-hub.js';
import { RunningSettings } from './running-settings.js';
import { openTools } from './session-tools.js';

test('tells when it has to ask for the key of the server once more', async () => {
  await using server = await scriptedServer({
    ServerKeys: (_, asked) =>
      asked === 1 ? new Refusal('SERVER_BUSY') : { serverInfo: { receiptKeys: [] } },
  });
  await using folder = await temporaryFolder();
  const places = {
    flags: { server: server.url },
    env: {},
    dataDir: folder.path,
    configFile: '/nowhere/dev.json',
  };
  const settings = await RunningSettings.load(places, undefined);
  const events = new EventHub();
  const told: DonorEvent[] = [];
  events.follow((event) => told.push(event));
  const options = { ...parseRunFlags({}), wait: true };
  await using tools = await openTools({ options, places, maxSteps: undefined }, settings, events);
  await tools.credit.meet(new AbortController().signal);
  expect(told).toMatchObject([{ event: 'retrying', what: "ask for the server's key" }]);
});
