import { readdir } from 'node:fs/promises';
import {
  commitInput,
  compilePackage,
  dryRun,
  execute,
  ProverCancelled,
  type ProverChild,
  ProverError,
  type ProverEvent,
  ProverTimeout,
} from './index.js';
import { failureOf } from './test/failure-of.js';
import { workshop } from './test/workshop.js';

test('what a newcomer can do wrong is told with where and what to do', async () => {
  await using shop = await workshop();
  const executable = shop.at('sum.json');
  const packageDir = shop.folder;
  await compilePackage({ packageDir, output: executable });
  const codeOf = async (run: Promise<unknown>) => (await failureOf(run, ProverError)).code;

  const bad = await shop.write('bad.csv', '1,2\n3,four\n');
  expect(await failureOf(commitInput(bad), ProverError)).toMatchObject({
    code: 'CSV_INVALID',
    details: { line: 2, column: 3 },
  });
  const unlucky = await shop.write('unlucky.csv', '7\n');
  expect(await codeOf(dryRun({ executable, input: unlucky }))).toBe('PROGRAM_PANICKED');
  const endless = await shop.write('endless.csv', '13\n');
  const limited = dryRun({ executable, input: endless, maxSteps: 100_000 });
  expect(await failureOf(limited, ProverError)).toMatchObject({ code: 'STEP_LIMIT', exitCode: 3 });

  await shop.write('src/lib.cairo', 'fn main() { let x = ; }');
  const diagnostics: ProverEvent[] = [];
  const onEvent = (event: ProverEvent) => event.event === 'diagnostic' && diagnostics.push(event);
  const broken = await failureOf(
    compilePackage({ packageDir, output: shop.at('broken.json') }, { onEvent }),
    ProverError,
  );
  expect(broken.code).toBe('COMPILATION_FAILED');
  expect(diagnostics).toContainEqual(expect.objectContaining({ severity: 'error', line: 1, column: 21 }));
  expect(broken.details.diagnostics).toContain('lib.cairo');
  expect(await readdir(shop.folder)).not.toContain('broken.json');
});

test('a program that loops is ended by time, by cancelling, and while it is stopped', async () => {
  await using shop = await workshop();
  const [executable, output] = [shop.at('sum.json'), shop.at('never')];
  await compilePackage({ packageDir: shop.folder, output: executable });
  const input = await shop.write('endless.csv', '13\n');
  const endless = { executable, input, output, maxSteps: 2 ** 40 };

  await failureOf(execute(endless, { timeoutSeconds: 0.5 }), ProverTimeout);
  const controller = new AbortController();
  const onSpawn = (child: ProverChild) => {
    child.stop();
    controller.abort();
  };
  await failureOf(execute(endless, { signal: controller.signal, onSpawn }), ProverCancelled);
  expect(await readdir(shop.folder)).not.toContain('never');
});
