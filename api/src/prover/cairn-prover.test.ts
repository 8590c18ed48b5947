import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ProverMissing, ProverTimeout } from '@cairn/prover';
import { tempFolder } from '../test/temp-folder.js';
import { CairnProver } from './cairn-prover.js';
import { notJudged } from './not-judged.js';

const LIMITS = {
  archiveBytes: 1,
  inputBytes: 1,
  inputArchiveBytes: 1,
  executionBytes: 1,
  proofBytes: 1,
  leasesPerAddress: 1,
  readBytesPerSecond: 0,
  sendBytesPerSecond: 0,
  sockets: 1,
  storageBytes: 0,
  executionQuotaBytes: 0,
  executionDays: 0,
  inputGroups: 0,
  proverJobs: 1,
  proverQueue: 1,
  compileSeconds: 1,
  compileMemoryBytes: 2 ** 30,
  verifySeconds: 1,
  replaySeconds: 1,
  replayMemoryBytes: 2 ** 30,
};

/** A worker that answers everything as `commit` does. */
const COMMITS = `echo '{"event":"ready","version":"0","threads":1}'
while read -r line; do
  job=\${line#*'"job":"'}
  printf '{"job":"%s","event":"answer","exitCode":0,"answer":{"inputCommitment":"0x1","values":1}}\\n' "\${job%%'"'*}"
done`;

const before = process.env.CAIRN_PROVER;
let folder: Awaited<ReturnType<typeof tempFolder>>;

beforeEach(async () => {
  folder = await tempFolder();
});

afterEach(async () => {
  if (before === undefined) delete process.env.CAIRN_PROVER;
  else process.env.CAIRN_PROVER = before;
  await folder[Symbol.asyncDispose]();
});

/** A program in the prover's place: for ways to fail that the real one does not have. */
async function stand(script: string): Promise<void> {
  const path = join(folder.path, 'cairn-prover');
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  process.env.CAIRN_PROVER = path;
}

const HANG = 'exec sleep 60';
const REQUEST = { proof: '/p', executable: '/e', input: '/i' };

function proverWith(limits: typeof LIMITS): CairnProver & AsyncDisposable {
  const prover = new CairnProver(limits);
  return Object.assign(prover, { [Symbol.asyncDispose]: () => prover.close() });
}

it('ends a prover that hangs, and lets a bounded number wait meanwhile', async () => {
  await stand(HANG);
  await using prover = proverWith(LIMITS);
  const [running, waiting, refused] = await Promise.allSettled([
    prover.verify(REQUEST),
    prover.commitInput('/i'),
    prover.inspectExecution('/x'),
  ]);
  expect(running).toMatchObject({ status: 'rejected', reason: expect.any(ProverTimeout) });
  expect(waiting).toMatchObject({ status: 'rejected', reason: expect.any(ProverTimeout) });
  expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'SERVER_BUSY' } });
});

it('does not let compilations keep verifications waiting', async () => {
  await stand(`case "$*" in *compile*) ${HANG};; esac\n${COMMITS}`);
  await using prover = proverWith(LIMITS);
  const compiling = prover.compilePackage({ packageDir: '/p', output: '/o' }).catch((error) => error);
  expect(await prover.commitInput('/i')).toMatchObject({ values: 1 });
  expect(await compiling).toBeInstanceOf(ProverTimeout);
});

it('asks as many workers as there are questions at once, and keeps them until it is closed', async () => {
  await stand(`echo $$ >> "$0.pids"\n${COMMITS}`);
  const prover = new CairnProver({ ...LIMITS, proverJobs: 2, proverQueue: 50 });
  for (let round = 0; round < 2; round++)
    await Promise.all(Array.from({ length: 20 }, () => prover.commitInput('/i')));
  const pids = (await readFile(`${process.env.CAIRN_PROVER}.pids`, 'utf8')).trim().split('\n').map(Number);
  expect(pids).toHaveLength(2);
  await prover.close();
  for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});

it('is not ready without a binary', async () => {
  process.env.CAIRN_PROVER = join(folder.path, 'none');
  await expect(new CairnProver(LIMITS).check()).rejects.toBeInstanceOf(ProverMissing);
});

it('takes only what passes for "try again", and a defect for a defect', () => {
  const facts = { command: 'verify' };
  expect(notJudged(new ProverTimeout(1, facts))).toMatchObject({ code: 'SERVER_BUSY' });
  const missing = new ProverMissing('no binary', facts);
  expect(notJudged(missing)).toBe(missing);
  expect(notJudged(undefined)).toBe(undefined);
});
