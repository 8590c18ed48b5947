import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from './fake-prover.js';

const source = `
use core::poseidon::poseidon_hash_span;

#[executable]
fn main(input: Array<felt252>) -> (felt252, felt252) {
    let mut sum = 0;
    for value in input.span() {
        sum += *value;
    }
    if sum == 13 {
        loop {}
    }
    assert!(sum != 7, "unlucky");
    println!("sum {sum}");
    (poseidon_hash_span(input.span()), sum)
}
`;
const manifest = '[package]\nname = "sum"\nversion = "0.1.0"\nedition = "2024_07"\n\n[[target.executable]]\n';

/** A small program, compiled, and inputs to run it on. */
export async function workshop() {
  const folder = await temporaryFolder();
  const at = (name: string) => join(folder.path, name);
  await mkdir(at('src'));
  await writeFile(at('Scarb.toml'), manifest);
  await writeFile(at('src/lib.cairo'), source);
  const write = async (name: string, text: string) => {
    await writeFile(at(name), text);
    return at(name);
  };
  return { at, write, folder: folder.path, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}
