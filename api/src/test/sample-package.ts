import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { create } from 'tar';

const SCARB_TOML = `[package]
name = "sums"
version = "0.1.0"
edition = "2024_07"

[[target.executable]]

[cairo]
enable-gas = false

[dependencies]
cairo_execute = "2.15.0"

[tool.cairn]
outputs = ["sum: felt252"]
expected-steps = 300
max-steps = 10_000
`;

const LIB_CAIRO = `use core::poseidon::poseidon_hash_span;

#[executable]
fn main(input: Array<felt252>) -> (felt252, felt252) {
    let mut sum = 0;
    for value in input.span() {
        sum += *value;
    };
    (poseidon_hash_span(input.span()), sum)
}
`;

/** The files of a package that adds up its input; a test may put others in their place, or leave one out with null. */
export function samplePackage(changes: Record<string, string | null> = {}): Record<string, string> {
  const files: Record<string, string | null> = {
    'Scarb.toml': SCARB_TOML,
    'src/lib.cairo': LIB_CAIRO,
    'README.md': '# Sums\n',
    ...changes,
  };
  return Object.fromEntries(
    Object.entries(files).filter((entry): entry is [string, string] => entry[1] !== null),
  );
}

/** Writes files into a folder. */
export async function writeFiles(folder: string, files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

/** A program archive of these files, made below `folder`. */
export async function packArchive(folder: string, files: Record<string, string>): Promise<Buffer> {
  const root = join(folder, 'package');
  await writeFiles(root, files);
  const file = join(folder, 'program.tar');
  await create({ file, cwd: root, portable: true }, Object.keys(files));
  return readFile(file);
}
