import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hasHandedOver, isPublicKey, keyIdOfPublic, type ServerKey } from '@cairn/shared-schema';
import { ClientError, ExitCode, replacePrivately, UsageError } from '@cairn/tui-kit';
import { z } from 'zod';

const publicKey = z.string().refine(isPublicKey);
const knownServer = z.strictObject({
  /** The key that it is known by. */
  current: publicKey,
  /** Those before it that have handed over to it: receipts that they have signed still hold. */
  earlier: z.array(publicKey),
});
const knownServers = z.record(z.string(), knownServer);

export type KnownServer = z.infer<typeof knownServer>;

/** The keys of the servers that this donor has met, by their addresses. */
export class KnownServers {
  readonly file: string;

  constructor(dataDir: string) {
    this.file = join(dataDir, 'server-keys.json');
  }

  /** @throws UsageError when the file cannot be used */
  async all(): Promise<Readonly<Record<string, KnownServer>>> {
    let text: string;
    try {
      text = await readFile(this.file, 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
      throw error;
    }
    try {
      return knownServers.parse(JSON.parse(text));
    } catch (cause) {
      throw new UsageError(`${this.file} cannot be read`, {
        expected: 'what cairn-donor has written there',
        help: 'put it back from a copy; or remove it, and servers are met anew, with whatever keys they then have',
        cause,
      });
    }
  }

  /**
   * Keeps a server's key at the first contact, and holds the server to it from then on.
   * @param told its keys as it tells them, the current one first
   * @returns the key that it is known by; undefined for a server that has none and never had
   * @throws ClientError SERVER_KEY_CHANGED
   */
  async meet(url: string, told: readonly ServerKey[]): Promise<string | undefined> {
    const known = (await this.all())[url];
    const current = told[0]?.publicKey;
    if (known === undefined && current === undefined) return undefined;
    if (current === undefined || !isPublicKey(current)) throw keyChanged(url, known?.current, undefined);
    if (known === undefined) await this.#keep(url, { current, earlier: [] });
    else if (known.current !== current) {
      if (!hasHandedOver(known.current, current, told)) throw keyChanged(url, known.current, current);
      const earlier = [known.current, ...known.earlier].filter((key) => key !== current);
      await this.#keep(url, { current, earlier });
    }
    return current;
  }

  /**
   * Takes this key for the server's from now on: the person has said so. The keys before it have not, and may be in other
   * hands: what they have signed holds no longer.
   */
  async trust(url: string, current: string): Promise<void> {
    const known = (await this.all())[url];
    if (known?.current !== current) await this.#keep(url, { current, earlier: [] });
  }

  async #keep(url: string, server: KnownServer): Promise<void> {
    const all = { ...(await this.all()), [url]: server };
    await replacePrivately(this.file, `${JSON.stringify(all, undefined, 2)}\n`);
  }
}

function keyChanged(url: string, known: string | undefined, found: string | undefined): ClientError {
  const id = found === undefined ? 'none' : keyIdOfPublic(found);
  const help =
    found === undefined
      ? `ask the operator of ${url} what happened`
      : `ask the operator of ${url}, by another way, whether its key is now ${id}. If it is: cairn-donor key trust ${id}. If not, somebody stands between you and the server`;
  return new ClientError(`${url} has another key than before (found ${id})`, {
    code: 'SERVER_KEY_CHANGED',
    exitCode: ExitCode.usage,
    expected:
      known === undefined
        ? 'a public key of Ed25519'
        : `the key ${keyIdOfPublic(known)}, or one that it hands over to`,
    help,
    details: { server: url, known, found },
  });
}
