import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { Cable } from '../test/cable.js';
import { needsService, service } from '../test/services.js';
import type { Events } from './events.js';
import { LocalEvents } from './local-events.js';
import { RedisEvents } from './redis-events.js';

needsService('redis');

/** Nothing in these tests may be heard only because of patience. */
const NEVER_MS = 60_000;

const logged: string[] = [];
const log = pino({}, { write: (line: string) => void logged.push(JSON.parse(line).msg) });
let open: RedisEvents[] = [];

beforeEach(() => {
  logged.length = 0;
});

afterEach(async () => {
  for (const events of open) await events.close();
  open = [];
});

function replica(url = service('redis').url): RedisEvents {
  const events = new RedisEvents(url, log, new LocalEvents(NEVER_MS));
  open.push(events);
  return events;
}

/** Tells until it is heard as news of this one thing, which it is not before both are connected. */
async function heard(teller: Events, listener: Events): Promise<void> {
  for (;;) {
    const [id, other] = [randomUUID(), randomUUID()];
    const [watch, quiet] = [listener.watch('reservation', id), listener.watch('reservation', other)];
    let isQuiet = true;
    const broken = quiet.next().then(() => (isQuiet = false));
    const timer = setInterval(() => teller.changed('reservation', id), 5);
    await watch.next();
    clearInterval(timer);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const wasQuiet = isQuiet;
    await Promise.all([watch.return?.(), quiet.return?.(), broken]);
    if (wasQuiet) return;
  }
}

it('tells followers at every process, the own one too', async () => {
  const [a, b, c] = [replica(), replica(), replica()];
  await Promise.all([heard(a, b), heard(a, c), heard(b, a)]);
  const id = randomUUID();
  const watches = [a, b, c].map((events) => events.watch('reservation', id));
  const others = [a, b, c].map((events) => events.watch('reservation', randomUUID()));
  b.changed('reservation', id);
  let told = 0;
  const untold = others.map((watch) => watch.next().then(({ done }) => (told += done === true ? 0 : 1)));
  await Promise.all(watches.map((watch) => watch.next()));
  for (const watch of [...watches, ...others]) await watch.return?.();
  await Promise.all(untold);
  expect(told).toBe(0);
});

it('lets followers read again after they were cut off: what was told meanwhile is lost', async () => {
  await using cable = await Cable.to(service('redis').url);
  const [teller, listener] = [replica(), replica(cable.url)];
  await heard(teller, listener);
  const watch = listener.watch('reservation', randomUUID());
  cable.cut();
  await until(() => logged.includes('Redis is away: what other processes change is told late'));
  cable.mend();
  expect(await watch.next()).toEqual({ done: false, value: undefined });
  await watch.return?.();
});

it('lets followers elsewhere read again when the one who had something to tell was cut off', async () => {
  await using cable = await Cable.to(service('redis').url);
  const [teller, listener] = [replica(cable.url), replica()];
  await heard(teller, listener);
  const id = randomUUID();
  const watch = listener.watch('reservation', id);
  cable.cut();
  await until(() => logged.includes('Redis is away: what other processes change is told late'));
  teller.changed('reservation', id);
  cable.mend();
  expect(await watch.next()).toEqual({ done: false, value: undefined });
  await watch.return?.();
});

it('tells followers of its own process though Redis is away', async () => {
  const events = replica('redis://127.0.0.1:1');
  const watch = events.watch('reservation', 'a');
  events.changed('reservation', 'a');
  expect(await watch.next()).toEqual({ done: false, value: undefined });
  await watch.return?.();
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}
