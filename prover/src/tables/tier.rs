//! The preprocessed tiers: fixed tables that every proof is made over. The smallest that has
//! room for an execution proves it fastest.

use cairo_air::claims::CairoClaim;
use stwo_cairo_adapter::ProverInput;
use stwo_cairo_common::preprocessed_columns::preprocessed_trace::PreProcessedTraceVariant;

use super::predict;
use crate::failure::{Code, Failure, Outcome};

use PreProcessedTraceVariant::{Canonical, CanonicalSmall, CanonicalWithoutPedersen};

/// From the smallest to the largest.
const TIERS: [(PreProcessedTraceVariant, &str); 3] = [
    (CanonicalSmall, "small"),
    (CanonicalWithoutPedersen, "without_pedersen"),
    (Canonical, "canonical"),
];

/// No table of any kind may be larger: beyond it S-two's domains and multiplicities end.
pub const MAX_LOG_SIZE: u32 = 27;

/// The tier's name on the wire.
pub fn tier_name(variant: PreProcessedTraceVariant) -> &'static str {
    TIERS
        .iter()
        .find(|(tier, _)| *tier == variant)
        .map_or("unknown", |(_, name)| name)
}

/// The tier of a name.
pub fn variant_of_tier(name: &str) -> Option<PreProcessedTraceVariant> {
    TIERS
        .iter()
        .find(|(_, tier)| *tier == name)
        .map(|(variant, _)| *variant)
}

/// Chooses the smallest tier that has room, with the tables that a proof in it will have.
///
/// # Errors
/// `TRACE_TOO_LARGE` when none has.
pub fn choose_tier(input: &ProverInput) -> Outcome<(PreProcessedTraceVariant, CairoClaim)> {
    for (variant, _) in TIERS {
        if let Some(claim) = predict(input, variant) {
            if fits(&claim, variant) {
                return Ok((variant, claim));
            }
        }
    }
    let limit = 1u64 << Canonical.max_log_trace_size();
    Err(Failure::new(
        Code::TraceTooLarge,
        format!("The execution needs a table of more than {limit} rows, or more of a builtin than one proof holds."),
        "Cut the input group into smaller ones: each is proven on its own.",
    )
    .with("limit", limit))
}

/// Whether a tier has the columns that the claim's tables refer to.
fn fits(claim: &CairoClaim, variant: PreProcessedTraceVariant) -> bool {
    let has_builtins = match variant {
        CanonicalSmall => claim.ec_op_builtin.is_none(),
        CanonicalWithoutPedersen => claim.pedersen_builtin.is_none(),
        Canonical => true,
    };
    let longest_sequence = variant.max_log_trace_size();
    has_builtins
        && numbered_tables(claim).all(|log_size| log_size <= longest_sequence)
        && super::max_log_size(claim) <= MAX_LOG_SIZE
}

/// The tables whose rows are numbered by a column of the preprocessed trace.
fn numbered_tables(claim: &CairoClaim) -> impl Iterator<Item = u32> {
    macro_rules! sizes {
        ($($table:ident),*) => {
            [$(claim.$table.as_ref().map(|table| table.log_size)),*]
        };
    }
    let sizes = sizes!(
        blake_compress_opcode,
        add_mod_builtin,
        bitwise_builtin,
        mul_mod_builtin,
        pedersen_builtin,
        pedersen_builtin_narrow_windows,
        poseidon_builtin,
        range_check96_builtin,
        range_check_builtin,
        ec_op_builtin,
        pedersen_aggregator_window_bits_18,
        pedersen_aggregator_window_bits_9,
        poseidon_aggregator,
        memory_address_to_id,
        memory_id_to_small
    );
    let big = claim
        .memory_id_to_big
        .as_ref()
        .map(|table| table.big_log_sizes.clone());
    sizes.into_iter().flatten().chain(big.unwrap_or_default())
}
