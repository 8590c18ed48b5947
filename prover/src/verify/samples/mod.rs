//! How many values of each column a proof gives. The stock verifier takes them as they come: of one too few it panics
//! while it evaluates constraints, and a second panic on the way out (the lookup argument was not finished) ends the
//! process; one too many is mixed into the transcript and then passed over, a salt by another name.

mod known;

use cairo_air::cairo_components::CairoComponents;
use cairo_air::relations::CommonLookupElements;
use stwo::core::air::Components;
use stwo::core::channel::Blake2sChannel;
use stwo::core::circle::CirclePoint;
use stwo::core::fields::qm31::SECURE_EXTENSION_DEGREE;

use super::{Invalid, Verdict};
use crate::guard;
use crate::prove::CairnProof;
use crate::tables::MAX_LOG_SIZE;
use known::{Counts, Known, Tables};

static KNOWN: Known = Known::nothing();

/// Demands exactly the values that the constraints are evaluated on, tree by tree and column by column.
pub(super) fn check(proof: &CairnProof) -> Verdict<()> {
    let wanted = guard::catch(|| {
        let tables = Tables::of(&proof.claim, proof.preprocessed_trace_variant);
        KNOWN.of(&tables, || wanted(proof))
    });
    let wanted = wanted.map_err(Invalid::proof)?;
    let given = &proof.stark_proof.sampled_values;
    let same = |(given, wanted): (&Vec<Vec<_>>, &Vec<usize>)| {
        given.iter().map(Vec::len).eq(wanted.iter().copied())
    };
    if given.len() == wanted.len() && given.iter().zip(wanted.iter()).all(same) {
        return Ok(());
    }
    Err(Invalid::proof(
        "it does not give the values of its columns that its constraints are about",
    ))
}

/// The number of values of each column in each tree. It depends on the tables alone: challenges and point are any.
fn wanted(proof: &CairnProof) -> Counts {
    let channel = &mut Blake2sChannel::default();
    let preprocessed = proof
        .preprocessed_trace_variant
        .to_preprocessed_trace()
        .ids();
    let components = CairoComponents::new(
        &proof.claim,
        &CommonLookupElements::draw(channel),
        &proof.interaction_claim,
        &preprocessed,
    );
    let components = Components {
        components: components.components(),
        n_preprocessed_columns: preprocessed.len(),
    };
    let point = CirclePoint::get_random_point(channel);
    let trees = components.mask_points(point, MAX_LOG_SIZE, false);
    let counts = trees.iter().map(|tree| tree.iter().map(Vec::len).collect());
    // The composition polynomial: both halves of its four coordinates, each at one point.
    let composition = vec![1; 2 * SECURE_EXTENSION_DEGREE];
    counts.chain([composition]).collect()
}
