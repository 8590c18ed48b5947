import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startApi, temporaryFolder } from '@cairn/tui-kit/test';
import { type RunResult, runOrg } from './run-org.js';

/** A real server, and an organization that works with it from a folder of its own. */
export interface Lab extends AsyncDisposable {
  readonly url: string;
  /** A folder for the files of the test. */
  readonly folder: string;
  readonly dataDir: string;
  org(...args: string[]): Promise<RunResult>;
}

/** Starts an API and registers an organization there. */
export async function startLab(): Promise<Lab> {
  await using stack = new AsyncDisposableStack();
  const folder = stack.use(await temporaryFolder());
  const api = await startApi();
  stack.defer(() => api.stop());
  const dataDir = join(folder.path, 'data');
  const files = join(folder.path, 'files');
  await mkdir(files);
  const org = labAt(api.url, dataDir);
  await org('register', '--username', 'lab', '--name', 'Lab');
  const owned = stack.move();
  return { url: api.url, folder: files, dataDir, org, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

/** Runs commands against a server with a certain data directory. */
export function labAt(url: string, dataDir: string): Lab['org'] {
  const env = {
    CAIRN_ORG_DIR: dataDir,
    PROGRAM_DISTRIBUTOR_URL: url,
    CAIRN_PASSWORD: 'correct horse battery',
  };
  return (...args) => runOrg(args, { env });
}
