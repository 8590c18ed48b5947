import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A temporary folder that is removed with `await using`. The space in its name is meant. */
export async function temporaryFolder(): Promise<{ path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'cairn prover-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** A shell script that stands in for the prover: for what the real one cannot be made to do. */
export async function fakeProver(
  script: string,
): Promise<{ binary: string; folder: string } & AsyncDisposable> {
  const { path: folder, [Symbol.asyncDispose]: dispose } = await temporaryFolder();
  const binary = join(folder, 'fake prover');
  await writeFile(binary, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return { binary, folder, [Symbol.asyncDispose]: dispose };
}
