import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ItemVerdict } from '@cairn/prover';
import { temporaryFolder } from '@cairn/tui-kit/test';
import { verifyEach } from './verify-each.js';

const invalid = '{"valid":false,"reason":"WRONG_INPUT","message":"m"}';
const item = (id: string) => ({ id, proof: `/${id}`, executable: '/e', input: '/i' });
const { signal } = new AbortController();

const before = process.env.CAIRN_PROVER;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;

beforeEach(async () => {
  folder = await temporaryFolder();
});

afterEach(async () => {
  if (before === undefined) delete process.env.CAIRN_PROVER;
  else process.env.CAIRN_PROVER = before;
  await folder[Symbol.asyncDispose]();
});

/** A prover that dies of the proof b, whoever else is verified with it. */
async function fragileProver(): Promise<void> {
  const path = join(folder.path, 'cairn-prover');
  const script = `#!/bin/sh
    case "$*" in *--many*)
      echo '{"event":"verdict","id":"a","exitCode":1,"answer":${invalid}}'
      kill -SEGV $$;;
    esac
    echo '{"event":"ready","version":"0","threads":1}'
    while read -r line; do
      case "$line" in *--proof=/b*) kill -SEGV $$;; esac
      job=\${line#*'"job":"'}
      printf '{"job":"%s","event":"answer","exitCode":1,"answer":${invalid}}\\n' "\${job%%'"'*}"
    done`;
  await writeFile(path, script);
  await chmod(path, 0o755);
  process.env.CAIRN_PROVER = path;
}

test('a proof that ends the prover goes without a verdict, and the others have theirs', async () => {
  await fragileProver();
  const said: ItemVerdict[] = [];
  await verifyEach(['a', 'b', 'c'].map(item), signal, (one) => said.push(one));
  expect(said).toMatchObject([
    { id: 'a', verdict: { reason: 'WRONG_INPUT' } },
    { id: 'b', failure: { code: 'PROVER_CRASHED' } },
    { id: 'c', verdict: { reason: 'WRONG_INPUT' } },
  ]);
});

test('starts nothing for nothing, and nothing once it is interrupted', async () => {
  process.env.CAIRN_PROVER = join(folder.path, 'none');
  await verifyEach([], signal, () => {});
  const interrupted = AbortSignal.abort(new Error('interrupted'));
  await fragileProver();
  await expect(verifyEach([item('a')], interrupted, () => {})).rejects.toThrow('interrupted');
});
