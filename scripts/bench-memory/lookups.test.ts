import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cargoEnvironment } from '../lib/cargo-environment.mjs';
import { repository } from '../lib/repository.mjs';
import { run } from '../lib/run.mjs';

const prover = join(repository, 'prover');
/** Tables whose own columns are copied. */
const copied = ['verify_bitwise_xor_12', 'memory_address_to_id', 'memory_id_to_big', 'memory_id_to_small'];

/** Where Cargo keeps the library that writes the witness. */
async function components(): Promise<string> {
  const args = ['metadata', '--locked', '--format-version', '1'];
  const { stdout } = await run('cargo', args, { cwd: prover, env: cargoEnvironment() });
  const { packages } = JSON.parse(stdout) as { packages: { name: string; manifest_path: string }[] };
  const library = packages.find(({ name }) => name === 'stwo-cairo-prover');
  return join(dirname(library?.manifest_path ?? ''), 'src', 'witness', 'components');
}

/** The values in a component's `LookupData`: each field is a vector of packed elements, or of arrays of them. */
function valuesIn(source: string): number {
  const fields = /struct LookupData\s*\{(.*?)\}/s.exec(source)?.[1] ?? '';
  const vectors = fields.matchAll(/Vec<(?:\[PackedM31; (\d+)\]|PackedM31)>/g);
  return [...vectors].reduce((sum, [, length]) => sum + Number(length ?? 1), 0);
}

test('the numbers of values kept for each row are those of the library', async () => {
  const ours = await readFile(join(prover, 'src', 'tables', 'memory', 'lookups.rs'), 'utf8');
  const folder = await components();
  const counted = [...ours.matchAll(/^ {8}(\w+): (\d+|AS_MANY_AS_CELLS),$/gm)];
  expect(counted).toHaveLength(68);
  for (const [, table, values] of counted) {
    if (values === 'AS_MANY_AS_CELLS') expect(copied).toContain(table);
    else
      expect([table, valuesIn(await readFile(join(folder, `${table}.rs`), 'utf8'))]).toEqual([
        table,
        Number(values),
      ]);
  }
}, 60_000);
