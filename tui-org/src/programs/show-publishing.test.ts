import { parseProgramManifest } from '@cairn/shared-schema';
import { temporaryFolder } from '@cairn/tui-kit/test';
import { openTestWorkplace } from '../test/open-test-workplace.js';
import { showCompiled, showDryRun } from './show-publishing.js';

const manifest = (cairn: string) =>
  parseProgramManifest(`[package]\nname = "p"\nversion = "0.1.0"\n[tool.cairn]\n${cairn}\n`);
const compiled = (cairn: string) => ({
  manifest: manifest(cairn),
  programHash: '0x12',
  executable: '/x',
  shippedNames: [],
});

async function remarks(show: (place: Parameters<typeof showCompiled>[0]) => void): Promise<string> {
  await using folder = await temporaryFolder();
  const { place, stdout, stderr } = await openTestWorkplace(folder.path);
  show(place);
  expect(stdout()).toBe('');
  return stderr();
}

test('names the program by its hash', async () => {
  const said = await remarks((place) => showCompiled(place, compiled('outputs = ["a: u8"]')));
  expect(said).toBe('Compiled p: program hash 0x12.\n');
});

test('warns of proofs that do not show their input, and of outputs without a name', async () => {
  const said = await remarks((place) => showCompiled(place, compiled('input-binding = "none"')));
  expect(said).toContain('UNBOUND: ');
  expect(said).toContain('No outputs are declared');
});

test('shows steps, memory and the decoded output of a dry run', async () => {
  const declared = manifest('outputs = ["energy: i64", "moves: Array<u8>"]');
  const measured = { steps: 92_310, seconds: 0.61, proveMemory: 3 * 2 ** 30, proveSeconds: 95 };
  const tried = { ...measured, values: [-4n, [0n, 1n]] };
  const said = await remarks((place) => showDryRun(place, declared, tried));
  expect(said).toContain(
    '92,310 steps in 0.61 s; a proof needs about 3 GiB of memory and 1 min 35 s on this',
  );
  expect(said).toContain('Proposed lease: 20m.');
  expect(said).toMatch(/energy +i64 +-4\nmoves +Array<u8> +\[0 1\]/);
});
