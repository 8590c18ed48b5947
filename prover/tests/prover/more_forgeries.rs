//! Holes of the stock verifier that its source shows: sums that nothing holds, an output that
//! is not the program's, numbers with two spellings.

use cairn_prover::execute::output_segment;
use cairn_prover::felt::to_words;
use cairn_prover::prove::CairnProof;
use cairn_prover::tables::TIERS;
use cairn_prover::verify::{roots::root, Reason};
use cairo_air::air::{MemorySmallValue, SegmentRange};
use cairo_air::components::memory_address_to_id::MEMORY_ADDRESS_TO_ID_SPLIT;
use cairo_air::components::{generic_opcode, range_check_builtin};
use stwo::core::fields::m31::{M31, P};
use stwo::core::fields::qm31::QM31;
use stwo::core::poly::line::LinePoly;
use stwo_cairo_adapter::ProverInput;
use stwo_cairo_common::preprocessed_columns::preprocessed_trace::PreProcessedTraceVariant;

use crate::fixtures::felts;
use crate::forge::{self, refused_for, stock_accepts};
use crate::forger::{imbalance, Forge};
use crate::forgeries::honest;

/// A run of `sums` in whose memory the sum is another: no such run exists.
fn with_another_sum(sum: i64) -> ProverInput {
    let mut input = forge::run("sums", &[1, 2, 3]);
    let address = output_segment(&input).unwrap().start as usize + 1;
    let value = u128::try_from(sum).unwrap();
    let id = input
        .memory
        .small_values
        .iter()
        .position(|known| *known == value);
    let id = id.expect("a value that stands somewhere in the memory");
    input.memory.address_to_id[address].0 = u32::try_from(id).unwrap();
    input
}

#[test]
fn a_false_output_under_a_balanced_sum_is_refused() {
    let mut forged = forge::prove(&Forge::default(), with_another_sum(3));
    let claimed = forged.claim.public_data.public_memory.output[1].1;
    assert_eq!(
        claimed,
        to_words(&felts(&[3])[0]),
        "the forged output is 3 instead of 6"
    );
    assert!(!stock_accepts(&forged), "its lookups do not balance");
    let missing = imbalance(&forged);
    let sums = forged.interaction_claim.memory_id_to_big.as_mut().unwrap();
    sums.claimed_sum -= missing;
    assert!(
        stock_accepts(&forged),
        "96 bits, the right program, the right input, and a false result"
    );
    refused_for(&forged, Reason::InvalidProof, "large values");
}

#[test]
fn a_sum_without_its_table_is_refused() {
    let mut forged = honest().clone();
    assert!(forged.claim.generic_opcode.is_none());
    let claimed_sum = QM31::from_m31(M31(1), M31(2), M31(3), M31(4));
    forged.interaction_claim.generic_opcode =
        Some(generic_opcode::InteractionClaim { claimed_sum });
    refused_for(&forged, Reason::InvalidProof, "without the table");
    let mut forged = honest().clone();
    forged.interaction_claim.ret_opcode = None;
    refused_for(&forged, Reason::InvalidProof, "without a sum");
}

#[test]
fn a_builtin_table_that_no_pointer_binds_is_refused() {
    let mut forged = honest().clone();
    let claim = range_check_builtin::Claim {
        log_size: 4,
        range_check_builtin_segment_start: 5,
    };
    forged.claim.range_check_builtin = Some(claim);
    let claimed_sum = QM31::from_m31(M31(0), M31(0), M31(0), M31(0));
    forged.interaction_claim.range_check_builtin = Some(range_check_builtin_sum(claimed_sum));
    refused_for(
        &forged,
        Reason::InvalidProof,
        "range_check has a table without use",
    );
}

fn range_check_builtin_sum(claimed_sum: QM31) -> range_check_builtin::InteractionClaim {
    range_check_builtin::InteractionClaim { claimed_sum }
}

fn altered(alter: impl FnOnce(&mut CairnProof)) -> CairnProof {
    let mut proof = honest().clone();
    alter(&mut proof);
    proof
}

#[test]
fn the_output_is_the_whole_output_segment() {
    let moved = altered(|proof| {
        let segment = &mut proof.claim.public_data.public_memory.public_segments.output;
        segment.start_ptr.value += 1;
        segment.stop_ptr.value += 1;
    });
    refused_for(&moved, Reason::InvalidProof, "not where the program wrote");
    let cut = altered(|proof| {
        proof.claim.public_data.public_memory.output.pop().unwrap();
    });
    refused_for(&cut, Reason::InvalidProof, "not all that the program wrote");
    let longer = altered(|proof| {
        let output = &mut proof.claim.public_data.public_memory.output;
        output.push(output[0]);
    });
    refused_for(
        &longer,
        Reason::InvalidProof,
        "not all that the program wrote",
    );
    let later = altered(|proof| proof.claim.public_data.initial_state.ap = M31(1000));
    refused_for(&later, Reason::InvalidProof, "right after its program");
}

#[test]
fn builtins_keep_their_names() {
    let renamed = altered(|proof| {
        let segments = &mut proof.claim.public_data.public_memory.public_segments;
        segments.pedersen = segments.poseidon.take();
        proof.claim.pedersen_builtin_narrow_windows =
            proof.claim.poseidon_builtin.take().map(|claim| {
                cairo_air::components::pedersen_builtin_narrow_windows::Claim {
                    log_size: claim.log_size,
                    pedersen_builtin_segment_start: claim.poseidon_builtin_segment_start,
                }
            });
        proof.interaction_claim.pedersen_builtin_narrow_windows =
            proof.interaction_claim.poseidon_builtin.take().map(|sums| {
                cairo_air::components::pedersen_builtin_narrow_windows::InteractionClaim {
                    claimed_sum: sums.claimed_sum,
                }
            });
    });
    refused_for(&renamed, Reason::WrongProgram, "other builtins");
    let added = altered(|proof| {
        let pointer = MemorySmallValue { id: 0, value: 0 };
        let range = SegmentRange {
            start_ptr: pointer,
            stop_ptr: pointer,
        };
        proof.claim.public_data.public_memory.public_segments.keccak = Some(range);
    });
    refused_for(&added, Reason::WrongProgram, "other builtins");
}

#[test]
fn a_number_has_one_spelling() {
    // The stock verifier splits values into 252 bits and drops the rest: the transcript is the same.
    let high = altered(|proof| proof.claim.public_data.public_memory.output[2].1[7] |= 1 << 31);
    assert!(
        stock_accepts(&high),
        "the stock verifier reads an output of 2^255 + 3 as 3"
    );
    refused_for(&high, Reason::InvalidProof, "outside the field");
    let id = altered(|proof| proof.claim.public_data.public_memory.output[1].0 += P);
    refused_for(&id, Reason::InvalidProof, "an id of its public memory");
    let element = altered(|proof| proof.stark_proof.0.sampled_values[1][0][0].0 .0 .0 += P);
    refused_for(&element, Reason::InvalidProof, "not below 2^31 - 1");
}

#[test]
fn every_column_has_as_many_values_as_its_constraints() {
    // One too few of a table with a lookup argument would end the process, not the test alone.
    let n_trees = honest().stark_proof.sampled_values.len();
    for tree in 0..n_trees {
        let used = |values: &Vec<QM31>| !values.is_empty();
        let column = honest().stark_proof.sampled_values[tree]
            .iter()
            .position(used);
        let column = column.expect("a tree with a column that is used");
        let fewer = altered(|proof| _ = proof.stark_proof.0.sampled_values[tree][column].pop());
        refused_for(&fewer, Reason::InvalidProof, "its constraints are about");
        let more = altered(|proof| {
            let values = &mut proof.stark_proof.0.sampled_values[tree][column];
            values.push(values[0]);
        });
        refused_for(&more, Reason::InvalidProof, "its constraints are about");
    }
    let fewer_trees = altered(|proof| _ = proof.stark_proof.0.sampled_values.pop());
    refused_for(
        &fewer_trees,
        Reason::InvalidProof,
        "its constraints are about",
    );
}

#[test]
fn nothing_is_carried_along() {
    let tree = altered(|proof| {
        let commitments = &mut proof.stark_proof.0.commitments.0;
        commitments.insert(3, commitments[0]);
    });
    assert!(
        stock_accepts(&tree),
        "the stock verifier takes the last commitment, whatever stands before"
    );
    refused_for(&tree, Reason::InvalidProof, "5 commitments");
    let sizes = altered(|proof| proof.claim.ret_opcode.as_mut().unwrap().log_size = 68);
    refused_for(&sizes, Reason::InvalidProof, "2^68 rows");
    let layer = altered(|proof| {
        let bytes = bincode::serialize(&proof.stark_proof.fri_proof.last_layer_poly).unwrap();
        let mut bytes: Vec<u8> = bytes;
        let size = bytes.len() - 4;
        bytes[size..].copy_from_slice(&64u32.to_le_bytes());
        proof.stark_proof.0.fri_proof.last_layer_poly =
            bincode::deserialize::<LinePoly>(&bytes).unwrap();
    });
    assert!(
        stock_accepts(&layer),
        "the stock verifier takes a polynomial of 2^64 coefficients for a constant"
    );
    refused_for(&layer, Reason::InvalidProof, "another length than it says");
}

#[test]
fn what_has_a_size_keeps_it() {
    let pieces = |sizes: Vec<u32>| {
        altered(|proof| proof.claim.memory_id_to_big.as_mut().unwrap().big_log_sizes = sizes)
    };
    for sizes in [vec![], vec![4; MEMORY_ADDRESS_TO_ID_SPLIT + 1]] {
        refused_for(
            &pieces(sizes),
            Reason::InvalidProof,
            "no piece, or too many",
        );
    }
    let table = altered(|proof| proof.claim.memory_id_to_big = None);
    refused_for(&table, Reason::InvalidProof, "no table of large values");
    let layer = altered(|proof| {
        let layer = &mut proof.stark_proof.0.fri_proof.last_layer_poly;
        *layer = LinePoly::new(vec![layer[0], layer[0]]);
    });
    refused_for(&layer, Reason::InvalidProof, "no constant");
}

#[test]
fn the_tier_is_not_the_proofs_to_choose() {
    // With that tier's root the tables are "known", and still not those that it was made over.
    let started = std::time::Instant::now();
    let others = TIERS
        .map(|(variant, _)| variant)
        .into_iter()
        .filter(|variant| *variant != PreProcessedTraceVariant::CanonicalSmall);
    for variant in others {
        let renamed = altered(|proof| proof.preprocessed_trace_variant = variant);
        refused_for(&renamed, Reason::UnknownPreprocessedRoot, "no tier's");
        let moved = altered(|proof| {
            proof.preprocessed_trace_variant = variant;
            let root = root(variant);
            for (index, byte) in proof.stark_proof.0.commitments.0[0]
                .0
                .iter_mut()
                .enumerate()
            {
                *byte = u8::from_str_radix(&root[2 * index..2 * index + 2], 16).unwrap();
            }
        });
        // For its columns, or by the stock verifier.
        refused_for(&moved, Reason::InvalidProof, "it");
    }
    assert!(
        started.elapsed().as_secs() < 20,
        "a lie about the tier costs {:?}",
        started.elapsed()
    );
}
