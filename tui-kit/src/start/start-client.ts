import module from 'node:module';
import { fileURLToPath } from 'node:url';
import { isBundleFresh } from './bundle-stamp.js';
import { nodeProblem } from './node-version.js';

/** A client's `main.ts`. */
export interface ClientMain {
  run(): Promise<void>;
}

/**
 * All that a `bin` file does: looks whether this Node can run the client, and runs it from its bundle, which is made in the
 * set-up and loads in a fraction of the time. Where there is none, or something was compiled since, it runs what was compiled.
 * Nothing that needs a new Node may be loaded before.
 * @param bin `import.meta.url` of the `bin` file
 * @param compiled loads `main.ts` as it was compiled
 */
export async function startClient(bin: string, compiled: () => Promise<ClientMain>): Promise<void> {
  const problem = nodeProblem(process.versions.node);
  if (problem !== undefined) {
    process.stderr.write(`${problem}\n`);
    process.exitCode = 2;
    return;
  }
  // React's other form looks after those who write screens, in every frame.
  process.env.NODE_ENV ??= 'production';
  const bundle = new URL('.bundle/', bin);
  const { run } = isBundleFresh(bundle) ? await fromBundle(bundle) : await compiled();
  await run();
}

async function fromBundle(folder: URL): Promise<ClientMain> {
  // Where it cannot be kept, the code is made ready anew each time.
  module.enableCompileCache(fileURLToPath(new URL('cache', folder)));
  return import(new URL('main.js', folder).href);
}
