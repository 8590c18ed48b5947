//! The phases of a proof in which memory is at its highest, and what is alive in each.
//!
//! Read from stwo 2.3.0 and stwo-cairo-prover 1.3.0. A column of `n` rows is committed to as its
//! evaluation on a domain of `2n` points; the columns of one trace share a Merkle tree over the
//! largest domain among them.

use cairo_air::claims::CairoClaim;
use stwo_cairo_common::preprocessed_columns::preprocessed_trace::PreProcessedTraceVariant;

use super::lookups::{cells, witnesses, Witness, NARROWEST};
use super::Coefficients;
use crate::tables::max_log_size;

/// Bytes of a cell, and of a coefficient.
const CELL: u64 = 4;
/// The same of the extension field.
const SECURE_CELL: u64 = 4 * CELL;
/// How many times as long as a column its evaluation is.
const BLOWUP: u64 = 2;
/// Per point of the largest domain: the hashes of a tree, whose layers halve.
const TREE: u64 = 2 * 32;
/// Per point: a tree while its leaves are made, of two states and a hash each.
const TREE_IN_THE_MAKING: u64 = 3 * 32;
/// Per point: the composition polynomial, in eight columns of half the degree.
const COMPOSITION: u64 = 8 * CELL;
/// Per point: the quotient, and FRI's layers of half the length, a quarter, … with their trees.
const QUOTIENT_AND_FRI: u64 = SECURE_CELL + TREE + SECURE_CELL + TREE;
/// Per row of a table whose interaction trace is made: denominators and their inverses.
const FRACTIONS: u64 = 2 * SECURE_CELL;
/// Per point: twiddles and their inverses, of half the domain each.
const TWIDDLES: u64 = CELL;

/// The large table of Pedersen's points, in the canonical tier alone: the library keeps it to the end of the
/// process, both as 56 columns and as points of 64 bytes.
const LARGE_POINTS: u64 = (56 * CELL + 64) << 23;

/// Bytes that are alive in the phases of a proof.
pub(super) struct Phases {
    /// The preprocessed trace, what it is made of, and the twiddles: from the beginning to the end.
    fixed: u64,
    /// What the preprocessed trace's tree takes more while it is made.
    fixed_in_the_making: u64,
    /// Evaluations of the base trace, and coefficients if they are kept.
    base: u64,
    /// The same of the interaction trace.
    interaction: u64,
    /// From the base trace until the interaction trace.
    lookups: u64,
    /// What the making of the interaction trace begins with, before any lookups are dropped: the
    /// one of the largest table.
    first_interaction: u64,
    /// For each size of table: the weights by which columns are evaluated at the two points that
    /// are asked for, the table's own and the row before it. Coefficients make them unnecessary.
    weights: u64,
    composition: u64,
    /// Points of the largest table's domain.
    domain: u64,
}

impl Phases {
    /// Of a proof with these tables.
    pub fn of(
        claim: &CairoClaim,
        variant: PreProcessedTraceVariant,
        coefficients: Coefficients,
    ) -> Self {
        let kept = coefficients == Coefficients::Kept;
        let committed = committed(coefficients);
        let trees = claim.log_sizes();
        let witnesses = witnesses(claim);
        let domain = BLOWUP << max_log_size(claim);
        let fixed_domain = BLOWUP << variant.max_log_trace_size();
        Self {
            fixed: committed * u64::from(variant.n_trace_cells())
                + TREE * fixed_domain
                + TWIDDLES * domain.max(fixed_domain)
                + points(variant),
            fixed_in_the_making: (TREE_IN_THE_MAKING - TREE) * fixed_domain,
            base: committed * cells(&trees[0]),
            interaction: committed * cells(&trees[1]),
            lookups: CELL * witnesses.iter().map(|table| table.lookups).sum::<u64>(),
            first_interaction: witnesses.iter().map(in_the_making).max().unwrap_or(0),
            weights: if kept {
                0
            } else {
                2 * SECURE_CELL * domains(claim)
            },
            composition: domain * (COMPOSITION + if kept { COMPOSITION / BLOWUP } else { 0 }),
            domain,
        }
    }

    /// The same with so many rows more among the tables of opcodes, each as narrow as the narrowest.
    pub fn with_steps(mut self, steps: u64, coefficients: Coefficients) -> Self {
        let committed = committed(coefficients);
        self.base += committed * NARROWEST.cells * steps;
        self.interaction += committed * NARROWEST.interaction * steps;
        self.lookups += CELL * NARROWEST.lookups * steps;
        self
    }

    /// The most of them.
    pub fn peak(&self) -> u64 {
        self.lookups()
            .max(self.fri())
            .max(self.fixed + self.fixed_in_the_making)
    }

    /// The lookups are alive, and the base trace is committed to; then the first of them are used.
    fn lookups(&self) -> u64 {
        let last_layer = (TREE_IN_THE_MAKING - TREE) * self.domain;
        let more = last_layer.max(self.first_interaction);
        self.fixed + self.lookups + self.base + TREE * self.domain + more
    }

    /// Everything is committed to, and FRI has its last layer.
    fn fri(&self) -> u64 {
        let traces = self.base + self.interaction + self.composition + 3 * TREE * self.domain;
        self.fixed + traces + self.weights + QUOTIENT_AND_FRI * self.domain
    }
}

/// Bytes that are kept for each cell of a trace that is committed to.
fn committed(coefficients: Coefficients) -> u64 {
    CELL * (BLOWUP + u64::from(coefficients == Coefficients::Kept))
}

fn points(variant: PreProcessedTraceVariant) -> u64 {
    match variant {
        PreProcessedTraceVariant::Canonical => LARGE_POINTS,
        _ => 0,
    }
}

fn in_the_making(table: &Witness) -> u64 {
    CELL * table.interaction + FRACTIONS * table.rows
}

/// Points of the domains of all sizes that tables have.
fn domains(claim: &CairoClaim) -> u64 {
    let sizes = claim.flatten_claim().component_log_sizes;
    let different = sizes
        .iter()
        .fold(0u64, |seen, log_size| seen | 1 << log_size);
    BLOWUP * different
}
