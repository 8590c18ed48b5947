//! The preprocessed tiers: fixed tables that every proof is made over. The smallest that has
//! room for an execution proves it fastest, but for programs of very many Pedersen hashes.

use cairo_air::claims::CairoClaim;
use stwo_cairo_adapter::ProverInput;
use stwo_cairo_common::preprocessed_columns::preprocessed_trace::PreProcessedTraceVariant;

use super::{predict, Needed};
use crate::failure::{Code, Failure, Outcome};

use PreProcessedTraceVariant::{
    Canonical, CanonicalSmall, CanonicalSmall21, CanonicalSmall22, CanonicalSmall23,
    CanonicalSmall24, CanonicalSmall25, CanonicalWithoutPedersen,
};

/// All that are known, from the smallest to the largest.
pub const TIERS: [(PreProcessedTraceVariant, &str); 8] = [
    (CanonicalSmall, "small"),
    (CanonicalSmall21, "small_21"),
    (CanonicalSmall22, "small_22"),
    (CanonicalSmall23, "small_23"),
    (CanonicalSmall24, "small_24"),
    (CanonicalWithoutPedersen, "without_pedersen"),
    (CanonicalSmall25, "small_25"),
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

/// The names of those that a proof may be made in.
pub fn tier_names() -> Vec<&'static str> {
    TIERS.iter().map(|(_, name)| *name).collect()
}

/// The tier of a name, with the tables that a proof will have in it.
///
/// # Errors
/// `TRACE_TOO_LARGE` when it has no room, `INTERNAL` when there is no such tier.
pub fn tier_of_name(
    input: &ProverInput,
    name: &str,
) -> Outcome<(PreProcessedTraceVariant, CairoClaim)> {
    let variant = variant_of_tier(name)
        .ok_or_else(|| Failure::internal(format!("there is no tier {}", name.escape_default())))?;
    let claim = tables_in(input, variant).ok_or_else(|| no_room_in(variant))?;
    Ok((variant, claim))
}

/// Chooses the tier in which a proof takes the least memory, with the tables that it will have.
///
/// # Errors
/// `TRACE_TOO_LARGE` when none has room.
pub fn choose_tier(input: &ProverInput) -> Outcome<(PreProcessedTraceVariant, CairoClaim)> {
    TIERS
        .into_iter()
        .filter(|(variant, _)| is_chosen(*variant))
        .filter_map(|(variant, _)| Some((variant, tables_in(input, variant)?)))
        .min_by_key(|(variant, claim)| Needed::of(claim, *variant).least)
        .ok_or_else(too_large)
}

/// Stock proofs use `without_pedersen`, so it is verified; but it saves a fiftieth of the memory
/// of `small_25` at most, and only where nothing shorter has room.
pub(super) fn is_chosen(variant: PreProcessedTraceVariant) -> bool {
    variant != CanonicalWithoutPedersen
}

/// The tables that a proof in a tier will have. `None` when it has no room for them.
pub fn tables_in(input: &ProverInput, variant: PreProcessedTraceVariant) -> Option<CairoClaim> {
    predict(input, variant).filter(|claim| fits(claim, variant))
}

fn too_large() -> Failure {
    let limit = 1u64 << Canonical.max_log_trace_size();
    Failure::new(
        Code::TraceTooLarge,
        format!("The execution needs a table of more than {limit} rows, or more of a builtin than one proof holds."),
        "Cut the input group into smaller ones: each is proven on its own.",
    )
    .with("limit", limit)
}

fn no_room_in(variant: PreProcessedTraceVariant) -> Failure {
    let (name, limit) = (tier_name(variant), 1u64 << variant.max_log_trace_size());
    Failure::new(
        Code::TraceTooLarge,
        format!("The tier {name} has no room for this execution: its numbered tables have at most {limit} rows, and without_pedersen has no Pedersen hashes."),
        "Leave --tier away, or name a larger tier.",
    )
    .with("limit", limit)
}

/// Whether a tier has the points that wide windows of Pedersen hashes are looked up in, and not
/// the fewer ones of narrow windows.
pub(super) fn has_wide_windows(variant: PreProcessedTraceVariant) -> bool {
    variant == Canonical
}

/// Whether a tier has the columns that the claim's tables refer to.
fn fits(claim: &CairoClaim, variant: PreProcessedTraceVariant) -> bool {
    let uses_pedersen =
        claim.pedersen_builtin.is_some() || claim.pedersen_builtin_narrow_windows.is_some();
    let longest_sequence = variant.max_log_trace_size();
    !(uses_pedersen && variant == CanonicalWithoutPedersen)
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
