import { buildTar } from '../../archive/test/build-tar.js';

const MANIFEST = `[package]
name = "tiny"
version = "0.1.0"
edition = "2024_07"

[dependencies]
cairo_execute = "2.15.0"

[executable]

[tool.cairn]
outputs = ["sum: felt252"]
`;

const LIBRARY = `use core::poseidon::poseidon_hash_span;

#[executable]
fn main(input: Array<felt252>) -> (felt252, felt252) {
    let span = input.span();
    let mut sum = 0;
    for value in span {
        sum += *value;
    }
    (poseidon_hash_span(span), sum)
}
`;

/** The archive of a program that adds its input up; it compiles in a second and proves in a few. */
export function tinyProgram(library: string = LIBRARY): Buffer {
  return buildTar([
    { name: 'Scarb.toml', body: MANIFEST },
    { name: 'src/lib.cairo', body: library },
  ]);
}
