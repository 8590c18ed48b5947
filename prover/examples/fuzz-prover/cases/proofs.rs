//! Mutated proofs. Each gets past the checksum if it can: what is changed is sealed again.

use std::io::Write;
use std::sync::Arc;

use bzip2::write::BzEncoder;
use bzip2::Compression;
use cairn_prover::executable::CheckedExecutable;
use cairn_prover::input_group::InputGroup;
use cairn_prover::proof_file;
use cairn_prover::tables::TIERS;
use cairn_prover::verify::{roots, verify, Binding};
use sha2::{Digest, Sha256};
use stwo_cairo_common::preprocessed_columns::preprocessed_trace::PreProcessedTraceVariant;

use super::balance::balance;
use super::bytes;
use super::fields::{self, Encoded};
use super::numbers::Numbers;
use super::outcome::{kind_of, Outcome};
use super::shape::{Kind, Shape};

const HEADER: usize = 20;
const CHECKSUM: usize = 32;
/// What a proof says of how it was made, and what its transcript draws from.
const CHOSEN_BY_THE_PROVER: [&str; 7] = [
    "stark_proof.config",
    "channel_salt",
    "preprocessed_trace_variant",
    "interaction_pow",
    "stark_proof.proof_of_work",
    "stark_proof.commitments",
    "claim.public_data.public_memory.output",
];

/// What a proof is to be of.
#[derive(Clone)]
pub struct Statement {
    pub program: Arc<CheckedExecutable>,
    pub input: Arc<InputGroup>,
    pub binding: Binding,
}

/// A proof whose mutants are to be refused.
pub struct Subject {
    statement: Statement,
    file: Vec<u8>,
    /// The stock tools' form, at several levels of compression; the last is theirs.
    stock: Vec<Vec<u8>>,
    payload: Encoded,
    is_honest: bool,
}

impl Subject {
    /// A proof of a statement; one that is not honest is to be refused as it is, too.
    pub fn new(file: Vec<u8>, statement: Statement, is_honest: bool) -> Result<Self, String> {
        let proof = proof_file::decode(&file)?.proof;
        let bytes = file[HEADER..file.len() - CHECKSUM].to_vec();
        let levels = [1, 5, 9].map(|level| compress(&bytes, level));
        Ok(Self {
            statement,
            stock: levels.into(),
            payload: Encoded {
                shape: Shape::of(&proof),
                bytes,
            },
            file,
            is_honest,
        })
    }

    fn spells(&self, file: &[u8]) -> bool {
        self.is_honest && (file == self.file || self.stock.last().is_some_and(|own| file == own))
    }
}

/// Mutated proofs of several statements.
pub struct Proofs {
    pub subjects: Vec<Subject>,
}

impl Proofs {
    /// Mutates a proof and judges it, mostly by what the original proves.
    pub fn case(&self, numbers: &mut Numbers) -> Outcome {
        let (subject, donor) = (numbers.pick(&self.subjects), numbers.pick(&self.subjects));
        let (kind, file) = mutate(subject, donor, numbers);
        let judged = if numbers.one_in(10) { donor } else { subject };
        let was_honest = subject.spells(&file);
        let Statement {
            program,
            input,
            binding,
        } = &judged.statement;
        match verify(&file, program, input, *binding) {
            Ok(_) if self.has_honest(&judged.statement, &file) => {
                Outcome::stopped("no mutation: an honest proof")
            }
            Err(_) if was_honest => {
                Outcome::stopped("no mutation: an honest proof of another statement")
            }
            Ok(_) => Outcome::defect("ACCEPTED", format!("a mutated proof was accepted: {kind}")),
            Err(invalid) => {
                let (reason, message) = (invalid.reason.name(), kind_of(&invalid.message));
                Outcome::stopped(format!("{reason}: {message}"))
            }
        }
    }

    /// Whether it is an honest proof of the statement: a forged one may get all of its parts from that.
    fn has_honest(&self, statement: &Statement, file: &[u8]) -> bool {
        let same = |subject: &&Subject| Arc::ptr_eq(&subject.statement.input, &statement.input);
        self.subjects
            .iter()
            .filter(same)
            .any(|subject| subject.spells(file))
    }
}

/// A mutated file, and how it was mutated.
fn mutate(subject: &Subject, donor: &Subject, numbers: &mut Numbers) -> (&'static str, Vec<u8>) {
    let (payload, donors) = (&subject.payload, &donor.payload);
    match numbers.below(100) {
        0..50 => ("a field", seal(&fields::mutate(payload, donors, numbers))),
        50..64 => {
            let mutated = fields::mutate_named(payload, &CHOSEN_BY_THE_PROVER, numbers);
            ("a parameter", seal(&mutated))
        }
        64..72 => ("two sums", seal(&balance(payload, numbers))),
        72..82 => {
            let mut mutated = payload.bytes.clone();
            bytes::mutate(&mut mutated, numbers);
            ("bytes of the payload", seal(&mutated))
        }
        82..90 => {
            let mutated = bytes::splice(&payload.bytes, &donors.bytes, numbers);
            ("two payloads", seal(&mutated))
        }
        90..92 => ("another tier", seal(&renamed(payload, numbers))),
        92..94 => {
            let mut file = subject.file.clone();
            bytes::mutate(&mut file, numbers);
            ("bytes of the file", file)
        }
        94..96 => {
            let mutated = fields::mutate(payload, donors, numbers);
            ("a field, in the stock form", compress(&mutated, 9))
        }
        _ => ("the stock form", stock(subject, numbers)),
    }
}

/// The proof under another tier's name, and mostly with that tier's root: what it says of its tables is then known.
fn renamed(payload: &Encoded, numbers: &mut Numbers) -> Vec<u8> {
    let mut bytes = payload.bytes.clone();
    let (variant, _) = *numbers.pick(&TIERS);
    let mut put = |name: &str, value: &[u8]| {
        if let Some(part) = payload.shape.named(Kind::Number, name).first() {
            let start = part.span.start;
            bytes[start..start + value.len()].copy_from_slice(value);
        }
    };
    put(
        "preprocessed_trace_variant",
        &(variant as u32).to_le_bytes(),
    );
    if !numbers.one_in(4) {
        put("stark_proof.commitments[][]", &root_bytes(variant));
    }
    bytes
}

/// The stock form under another compression, or with bytes of it changed: mostly its first and last.
fn stock(subject: &Subject, numbers: &mut Numbers) -> Vec<u8> {
    let mut file = numbers.pick(&subject.stock).clone();
    let last = file.len() - 1;
    match numbers.below(4) {
        0 => {}
        1 => file[3] = b'1' + numbers.below(9) as u8,
        2 => file[last] ^= 1 << numbers.below(8),
        _ => bytes::mutate(&mut file, numbers),
    }
    file
}

/// A file whose length and checksum are those of the payload.
fn seal(payload: &[u8]) -> Vec<u8> {
    let length = (payload.len() as u64).to_le_bytes();
    let format = proof_file::FORMAT.to_le_bytes();
    let sealed = [b"CAIRNPRF", &format[..], &length, payload].concat();
    let checksum = Sha256::digest(&sealed);
    [&sealed[..], &checksum].concat()
}

fn compress(payload: &[u8], level: u32) -> Vec<u8> {
    let mut encoder = BzEncoder::new(Vec::new(), Compression::new(level));
    let written = encoder.write_all(payload);
    written
        .and_then(|()| encoder.finish())
        .expect("memory takes whatever is written to it")
}

fn root_bytes(variant: PreProcessedTraceVariant) -> Vec<u8> {
    let hex = roots::root(variant).as_bytes();
    let digit = |byte: u8| char::from(byte).to_digit(16).unwrap_or_default() as u8;
    let pairs = hex.chunks_exact(2);
    pairs
        .map(|pair| digit(pair[0]) << 4 | digit(pair[1]))
        .collect()
}
