import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A program that adds up its input: `[tool.cairn] outputs` and its source can be replaced. */
export interface CairoPackage {
  readonly cairn?: string;
  readonly dependencies?: string;
  readonly source?: string;
}

const ADDING_UP = `
use core::poseidon::poseidon_hash_span;

#[executable]
fn main(input: Array<felt252>) -> (felt252, felt252) {
    let mut total = 0;
    for value in input.span() {
        total += *value;
    }
    (poseidon_hash_span(input.span()), total)
}
`;

/** Writes a Cairo package into a folder. @returns the folder */
export async function writePackage(folder: string, more: CairoPackage = {}): Promise<string> {
  const { cairn = 'outputs = ["total: i64"]', dependencies = '', source = ADDING_UP } = more;
  await mkdir(join(folder, 'src'), { recursive: true });
  const manifest = [
    '[package]\nname = "adding_up"\nversion = "0.1.0"\nedition = "2024_07"\n\n[[target.executable]]\n',
    `[cairo]\nenable-gas = false\n\n[dependencies]\ncairo_execute = "2.15.0"\n${dependencies}\n`,
    `[tool.cairn]\n${cairn}\n`,
  ];
  await writeFile(join(folder, 'Scarb.toml'), manifest.join('\n'));
  await writeFile(join(folder, 'src', 'lib.cairo'), source);
  return folder;
}
