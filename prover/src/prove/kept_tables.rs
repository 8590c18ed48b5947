//! What one proof leaves for the next: twiddles, and the tree of the preprocessed trace.

use std::sync::Arc;

use stwo::core::poly::circle::CanonicCoset;
use stwo::prover::backend::simd::SimdBackend;
use stwo::prover::mempool::BaseColumnPool;
use stwo::prover::poly::circle::PolyOps;
use stwo::prover::poly::twiddles::TwiddleTree;
use stwo::prover::CommitmentTreeProver;
use stwo_cairo_common::preprocessed_columns::preprocessed_trace::{
    PreProcessedTrace, PreProcessedTraceVariant,
};
use stwo_cairo_prover::witness::preprocessed_trace::gen_trace;

use super::channel::ProvingChannel;
use super::{prover_parameters, Plan};
use crate::tables::Coefficients;

/// Tables that need not be made again. They depend on nothing in an execution but its size.
#[derive(Default)]
pub struct KeptTables {
    twiddles: Option<Twiddles>,
    tree: Option<Tree>,
}

struct Twiddles {
    log_size: u32,
    tree: TwiddleTree<SimdBackend>,
}

struct Tree {
    variant: PreProcessedTraceVariant,
    coefficients: Coefficients,
    trace: Arc<PreProcessedTrace>,
    prover: CommitmentTreeProver<SimdBackend, ProvingChannel>,
}

/// The tables of one proof.
pub(super) struct Tables<'a> {
    pub twiddles: &'a TwiddleTree<SimdBackend>,
    pub trace: Arc<PreProcessedTrace>,
    pub tree: &'a CommitmentTreeProver<SimdBackend, ProvingChannel>,
}

impl KeptTables {
    /// Whether a proof would find all that it needs.
    pub fn suffice(&self, plan: Plan) -> bool {
        self.has_twiddles(plan) && self.has_tree(plan)
    }

    /// Drops all that a proof would not use: it must not take memory beside it.
    pub fn drop_others(&mut self, plan: Plan) {
        if !self.has_tree(plan) {
            self.tree = None;
        }
        // Those of the largest domain serve all smaller ones, but take their memory.
        let is_close = |twiddles: &Twiddles| twiddles.log_size <= log_domain_size(plan) + 2;
        self.twiddles.take_if(|twiddles| !is_close(twiddles));
    }

    /// The tables of a proof; those that are not there are made.
    pub(super) fn of(&mut self, plan: Plan) -> Tables<'_> {
        self.drop_others(plan);
        if !self.has_twiddles(plan) {
            self.twiddles = None;
            self.twiddles = Some(Twiddles::new(log_domain_size(plan)));
        }
        let twiddles = &self.twiddles.as_ref().expect("just made").tree;
        let tree = self.tree.get_or_insert_with(|| Tree::new(plan, twiddles));
        Tables {
            twiddles,
            trace: tree.trace.clone(),
            tree: &tree.prover,
        }
    }

    fn has_twiddles(&self, plan: Plan) -> bool {
        let needed = log_domain_size(plan);
        let found = self.twiddles.as_ref();
        found.is_some_and(|twiddles| twiddles.log_size >= needed)
    }

    fn has_tree(&self, plan: Plan) -> bool {
        let found = self.tree.as_ref();
        found.is_some_and(|tree| {
            tree.variant == plan.variant && tree.coefficients == plan.coefficients
        })
    }
}

/// The largest domain in use, as a power of two: that of the largest table, blown up.
fn log_domain_size(plan: Plan) -> u32 {
    let parameters = prover_parameters(plan.variant, plan.coefficients);
    let largest = plan.max_log_size.max(plan.variant.max_log_trace_size());
    largest + parameters.pcs_config.fri_config.log_blowup_factor
}

impl Twiddles {
    fn new(log_size: u32) -> Self {
        let domain = CanonicCoset::new(log_size).circle_domain();
        let tree = SimdBackend::precompute_twiddles(domain.half_coset);
        Self { log_size, tree }
    }
}

impl Tree {
    fn new(plan: Plan, twiddles: &TwiddleTree<SimdBackend>) -> Self {
        let parameters = prover_parameters(plan.variant, plan.coefficients);
        let trace = Arc::new(preprocessed_trace(plan.variant));
        let columns = SimdBackend::interpolate_columns(gen_trace(trace.clone()), twiddles);
        let prover = CommitmentTreeProver::new(
            columns,
            parameters.pcs_config.fri_config.log_blowup_factor,
            twiddles,
            parameters.store_polynomials_coefficients,
            parameters.pcs_config.lifting_log_size,
            &BaseColumnPool::new(),
        );
        Self {
            variant: plan.variant,
            coefficients: plan.coefficients,
            trace,
            prover,
        }
    }
}

/// The tier's columns. The library refuses the builtin `ec_op` over columns that are called
/// `CanonicalSmall`, though all that the builtin's tables refer to are among them; it looks at the
/// name for nothing else. The proof names its tier by the parameters.
fn preprocessed_trace(variant: PreProcessedTraceVariant) -> PreProcessedTrace {
    let mut trace = variant.to_preprocessed_trace();
    if trace.variant == PreProcessedTraceVariant::CanonicalSmall {
        trace.variant = PreProcessedTraceVariant::CanonicalSmall21;
    }
    trace
}
