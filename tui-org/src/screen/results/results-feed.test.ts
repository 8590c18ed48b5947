import { join } from 'node:path';
import { waitUntil } from '@cairn/tui-kit/test';
import { ownPrograms } from '../../programs/find-program.js';
import { labWithResults } from '../../test/lab-with-results.js';
import { lyingServer } from '../../test/lying-server.js';
import { openTestWorkplace } from '../../test/open-test-workplace.js';
import { labAt } from '../../test/with-api.js';
import { ResultsFeed } from './results-feed.js';

test('what was read stays in sight while the server is away, and is read again by itself', async () => {
  await using results = await labWithResults();
  await using server = await lyingServer(results.lab.url);
  const dataDir = join(results.lab.folder, 'other');
  await labAt(server.url, dataDir)('login', '--username', 'lab');
  const { place } = await openTestWorkplace(dataDir, { url: server.url });
  const [program] = await ownPrograms(place.server);
  if (program === undefined) throw new Error('the program is not there');
  const feed = new ResultsFeed(place);
  const { state, value } = { state: () => feed.results.get().state, value: () => feed.results.get().value };

  feed.renew(program);
  await waitUntil(() => state() === 'ready', 15_000);
  const first = value();
  expect(first?.set.rows.map(({ inputGroup }) => inputGroup.name).toSorted()).toEqual(['first', 'second']);
  // As many are confirmed as before: there is nothing to read.
  feed.renew(program);
  expect([state(), value()]).toEqual(['ready', first]);

  server.lies = { refuse: () => true };
  await feed.refresh(program);
  expect([state(), value()]).toEqual(['failed', first]);
  server.lies = {};
  await waitUntil(() => {
    feed.renew(program);
    return state() === 'ready';
  }, 30_000);
  expect(value()?.set.rows).toHaveLength(2);
}, 180_000);
