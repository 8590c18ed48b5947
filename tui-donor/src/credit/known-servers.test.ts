import { readFile, stat, writeFile } from 'node:fs/promises';
import { handoverBytes, privateKeyOf, publicKeyOf, signBytes } from '@cairn/shared-schema';
import { temporaryFolder } from '@cairn/tui-kit/test';
import { KnownServers } from './known-servers.js';

const URL = 'https://cairn.example';
const [first, second, third] = [1, 2, 3].map((fill) => privateKeyOf(Buffer.alloc(32, fill)));
if (first === undefined || second === undefined || third === undefined) throw new Error('no keys');
const [one, two, three] = [first, second, third].map(publicKeyOf) as [string, string, string];
const changed = { code: 'SERVER_KEY_CHANGED', exitCode: 2 };

async function known(use: (servers: KnownServers) => Promise<void>): Promise<void> {
  await using folder = await temporaryFolder();
  await use(new KnownServers(`${folder.path}/donor`));
}

test('keeps the key of the first contact, for the owner alone', () =>
  known(async (servers) => {
    expect(await servers.meet(URL, [{ publicKey: one }])).toBe(one);
    expect(await servers.meet(URL, [{ publicKey: one }])).toBe(one);
    expect(await servers.all()).toEqual({ [URL]: { current: one, earlier: [] } });
    expect((await stat(servers.file)).mode & 0o777).toBe(0o600);
    expect(await servers.meet('https://other.example', [{ publicKey: two }])).toBe(two);
  }));

test('refuses another key, says what to do, and forgets nothing', () =>
  known(async (servers) => {
    await servers.meet(URL, [{ publicKey: one }]);
    const told = [{ publicKey: two }, { publicKey: one }];
    const refusal = await servers.meet(URL, told).catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      ...changed,
      help: expect.stringMatching(/ask the operator.*cairn-donor key trust [0-9a-f]{16}/su),
      details: { known: one, found: two },
    });
    expect(await servers.all()).toEqual({ [URL]: { current: one, earlier: [] } });
    await servers.trust(URL, two);
    expect(await servers.meet(URL, told)).toBe(two);
    // Nothing says that the key before is not in other hands.
    expect(await servers.all()).toEqual({ [URL]: { current: two, earlier: [] } });
  }));

test('takes a key that the one before hands over to', () =>
  known(async (servers) => {
    await servers.meet(URL, [{ publicKey: one }]);
    const handover = signBytes(first, handoverBytes(one, two));
    expect(await servers.meet(URL, [{ publicKey: two }, { publicKey: one, handover }])).toBe(two);
    expect(await servers.all()).toEqual({ [URL]: { current: two, earlier: [one] } });
    await servers.trust(URL, two);
    expect(await servers.all()).toEqual({ [URL]: { current: two, earlier: [one] } });
  }));

test('takes no handover that another key has signed, or to another key', () =>
  known(async (servers) => {
    await servers.meet(URL, [{ publicKey: one }]);
    for (const [by, to] of [
      [third, two],
      [first, three],
    ] as const) {
      const handover = signBytes(by, handoverBytes(one, to));
      const told = [{ publicKey: two }, { publicKey: one, handover }];
      await expect(servers.meet(URL, told)).rejects.toMatchObject(changed);
    }
  }));

test('takes no server that had a key for one without', () =>
  known(async (servers) => {
    expect(await servers.meet(URL, [])).toBeUndefined();
    await servers.meet(URL, [{ publicKey: one }]);
    await expect(servers.meet(URL, [])).rejects.toMatchObject(changed);
    await expect(servers.meet(URL, [{ publicKey: 'x' }])).rejects.toMatchObject(changed);
  }));

test('says so when its file was damaged, and does not begin anew unasked', () =>
  known(async (servers) => {
    await servers.meet(URL, [{ publicKey: one }]);
    for (const text of ['{', '{"x":{"current":"y","earlier":[]}}', '[]']) {
      await writeFile(servers.file, text);
      await expect(servers.meet(URL, [{ publicKey: two }])).rejects.toMatchObject({ code: 'USAGE' });
      expect(await readFile(servers.file, 'utf8')).toBe(text);
    }
  }));
