//! Some hundred random changes of a real proof: none is accepted, none crashes. The seed is
//! fixed; the long run of this with fresh seeds is a command of its own.

use cairn_prover::guard;
use cairn_prover::input_group::InputGroup;
use cairn_prover::verify::{verify, Binding};
use sha2::{Digest, Sha256};

use crate::fixtures::{checked, felts, proof, INPUT};

const HEADER: usize = 52;

/// A small generator of numbers that are random enough (xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound as u64).unwrap()
    }
}

/// Makes length and checksum fit the payload again.
fn seal(file: &mut [u8]) {
    let length = (file.len() - HEADER) as u64;
    file[12..20].copy_from_slice(&length.to_le_bytes());
    let checksum = Sha256::digest(&file[HEADER..]);
    file[20..HEADER].copy_from_slice(&checksum);
}

fn mutate(honest: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let mut file = honest.to_vec();
    let payload = file.len() - HEADER;
    // Half of the changes hit the first bytes, where claims and parameters stand.
    let reach = if numbers.below(2) == 0 {
        payload.min(12_000)
    } else {
        payload
    };
    let at = HEADER + numbers.below(reach);
    match numbers.below(5) {
        0 => file[at] ^= 1 << numbers.below(8),
        1 => file[at] = u8::try_from(numbers.below(256)).unwrap(),
        2 => file.truncate(at),
        3 => {
            let length = numbers.below(64).min(file.len() - at);
            file.drain(at..at + length);
        }
        _ => {
            let from = HEADER + numbers.below(payload);
            let length = 32.min(file.len() - from).min(file.len() - at);
            file.copy_within(from..from + length, at);
        }
    }
    seal(&mut file);
    file
}

#[test]
fn no_mutated_proof_is_accepted() {
    guard::silence_panics();
    let honest = std::fs::read(proof("sums", INPUT)).unwrap();
    let (program, input) = (checked("sums"), InputGroup::new(felts(&[1, 2, 3])));
    let mut numbers = Numbers(0x2545_f491_4f6c_dd1d);
    let mut reasons = std::collections::BTreeMap::new();
    for round in 0..600 {
        let mutated = mutate(&honest, &mut numbers);
        if mutated == honest {
            continue;
        }
        let verdict = guard::catch(|| verify(&mutated, &program, &input, Binding::Poseidon));
        match verdict.expect("no panic gets out of verify") {
            Ok(_) => panic!("round {round}: a mutated proof was accepted"),
            Err(invalid) => *reasons.entry(invalid.reason.name()).or_insert(0) += 1,
        }
    }
    // The changes reached every check but that of the preprocessed root's 32 bytes.
    for reason in ["MALFORMED", "INVALID_PROOF", "WRONG_PROGRAM"] {
        assert!(
            reasons.get(reason).is_some_and(|count| *count > 5),
            "{reasons:?}"
        );
    }
}
