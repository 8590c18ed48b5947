import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FileUpload, GraphqlClient } from '@cairn/tui-kit';
import { type RunningApi, startApi, temporaryFolder } from '@cairn/tui-kit/test';
import { create } from 'tar';
import { DonorProcess } from './donor-process.js';
import { fromNetwork } from './from-network.js';
import { addGroup, decide, groupsOf, register, type SeenGroup, uploadProgram } from './organization-calls.js';
import { MARK } from './provers-of.js';
import { WHATEVER_THE_MACHINE } from './whatever-the-machine.js';

/** The folder `test/steered`, from the sources and from their compiled form. */
const STEERED = fileURLToPath(new URL('../../test/steered', import.meta.url));

/** A real server with an organization, and a folder for donors to keep their place in. */
export interface DonorWorld extends AsyncDisposable {
  readonly api: RunningApi;
  readonly folder: string;
  /** Publishes the program that does what its input says; its id. */
  publish(name: string, leaseSeconds?: number): Promise<string>;
  /** Adds an input group of one line of values; its id. */
  addGroup(programId: string, name: string, values: string): Promise<string>;
  groups(programId: string): Promise<SeenGroup[]>;
  /** Confirms the proof of an input group. */
  confirm(groupId: string): Promise<void>;
  reject(groupId: string, reason: string): Promise<void>;
  /** Starts a donor as a process of its own. */
  donor(...flags: string[]): DonorProcess;
  /** The same with a changed environment. */
  donorWith(env: Readonly<Record<string, string>>, ...flags: string[]): DonorProcess;
}

/**
 * @param env what the server finds in its environment beside our own
 * @param ownerNetwork from where the organization comes; from where the donors do when left out
 */
export async function donorWorld(
  env: Readonly<Record<string, string>> = {},
  ownerNetwork?: string,
): Promise<DonorWorld> {
  const folder = await temporaryFolder();
  const archive = join(folder.path, 'steered.tar');
  await create({ file: archive, cwd: STEERED }, ['Scarb.toml', 'src']);
  const api = await startApi({ env });
  const proxy = ownerNetwork === undefined ? undefined : await fromNetwork(api.url, ownerNetwork);
  const serverUrl = proxy?.url ?? api.url;
  const donors: DonorProcess[] = [];
  const start = (changed: Readonly<Record<string, string>>, flags: readonly string[]): DonorProcess => {
    const dataDir = flags.includes('--data-dir') ? [] : ['--data-dir', join(folder.path, 'donor')];
    const marked = { [MARK]: folder.path, ...WHATEVER_THE_MACHINE, ...changed };
    const donor = new DonorProcess(['run', '--json', '--server', api.url, ...dataDir, ...flags], marked);
    donors.push(donor);
    return donor;
  };
  const token = await register(new GraphqlClient({ serverUrl }), randomBytes(6).toString('hex'));
  const owner = new GraphqlClient({ serverUrl, token: () => token });
  return {
    api,
    folder: folder.path,
    publish: (name, leaseSeconds = 600) =>
      uploadProgram(owner, name, leaseSeconds, FileUpload.fromPath(archive)),
    addGroup: (programId, name, values) =>
      addGroup(owner, programId, name, FileUpload.fromText(`${name}.csv`, values)),
    groups: (programId) => groupsOf(owner, programId),
    confirm: (groupId) => decide(owner, groupId),
    reject: (groupId, reason) => decide(owner, groupId, reason),
    donor: (...flags) => start({}, flags),
    donorWith: (changed, ...flags) => start(changed, flags),
    async [Symbol.asyncDispose]() {
      await Promise.all(donors.map((donor) => donor.kill()));
      await proxy?.[Symbol.asyncDispose]();
      await api.stop();
      await folder[Symbol.asyncDispose]();
    },
  };
}
