//! What a careful user of S-two's library writes to prove one run, with nothing of this crate around
//! it: the yardstick of `npm run bench:prover`. It takes the tier, whether coefficients are kept and
//! the largest table's size as given; it checks nothing and verifies nothing.
//!
//! `bare-prove EXECUTABLE ARGUMENTS TIER kept|recomputed LOG_SIZE PROOF`: ARGUMENTS is a JSON file of
//! one array of hex strings, TIER and LOG_SIZE are in the library's own words.

use std::error::Error;
use std::sync::Arc;

use cairo_air::CairoProofForRustVerifier;
use cairo_lang_executable::executable::{EntryPointKind, Executable};
use cairo_lang_runner::{build_hints_dict, Arg, CairoHintProcessor};
use cairo_vm::cairo_run::{cairo_run_program_with_initial_scope, CairoRunConfig};
use cairo_vm::types::builtin_name::BuiltinName;
use cairo_vm::types::layout_name::LayoutName;
use cairo_vm::types::program::Program;
use cairo_vm::types::relocatable::MaybeRelocatable;
use cairo_vm::vm::runners::cairo_runner::{CairoRunner, RunResources};
use starknet_types_core::felt::Felt;
use stwo::core::fri::FriConfig;
use stwo::core::pcs::PcsConfig;
use stwo::core::poly::circle::CanonicCoset;
use stwo::core::utils::MaybeOwned;
use stwo::core::vcs_lifted::blake2_merkle::{Blake2sMerkleChannel, Blake2sMerkleHasher};
use stwo::prover::backend::simd::SimdBackend;
use stwo::prover::mempool::BaseColumnPool;
use stwo::prover::poly::circle::PolyOps;
use stwo::prover::CommitmentTreeProver;
use stwo_cairo_adapter::adapter::adapt;
use stwo_cairo_adapter::{ProverInput, PublicSegmentContext};
use stwo_cairo_prover::prover::{prove_cairo_with_precompute, ChannelHash, ProverParameters};
use stwo_cairo_prover::witness::preprocessed_trace::gen_trace;

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [executable, calldata, tier, coefficients, log_size, output] = arguments.as_slice() else {
        return Err(
            "usage: bare-prove EXECUTABLE ARGUMENTS TIER kept|recomputed LOG_SIZE PROOF".into(),
        );
    };
    let input = run(&std::fs::read(executable)?, &std::fs::read(calldata)?)?;
    let parameters = parameters(tier, coefficients == "kept")?;
    let proof = prove(input, parameters, log_size.parse()?)?;
    std::fs::write(output, bincode::serialize(&proof)?)?;
    Ok(())
}

/// Runs the program in the Cairo VM and adapts the run for the prover.
fn run(executable: &[u8], calldata: &[u8]) -> Outcome<ProverInput> {
    let executable: Executable = serde_json::from_slice(executable)?;
    let values: Vec<String> = serde_json::from_slice(calldata)?;
    let values = values
        .iter()
        .map(|value| Felt::from_hex(value).map(Arg::Value));
    let values = values.collect::<Result<_, _>>()?;
    let mut entries = executable.entrypoints.iter();
    let entry = entries
        .find(|entry| entry.kind == EntryPointKind::Standalone)
        .ok_or("no standalone entry point")?;
    let runner = run_vm(&executable, &entry.builtins, values)?;
    let mut input = adapt(&runner)?;
    input.public_segment_context = PublicSegmentContext::new(&entry.builtins);
    // They come in another order each time; in order they make the same proof each time.
    input.public_memory_addresses.sort_unstable();
    Ok(input)
}

fn run_vm(
    executable: &Executable,
    builtins: &[BuiltinName],
    values: Vec<Arg>,
) -> Outcome<CairoRunner> {
    let (hints, string_to_hint) = build_hints_dict(&executable.program.hints);
    let mut processor = CairoHintProcessor {
        runner: None,
        user_args: vec![vec![Arg::Array(values)]],
        string_to_hint,
        starknet_state: Default::default(),
        run_resources: RunResources::default(),
        syscalls_used_resources: Default::default(),
        no_temporary_segments: false,
        markers: Default::default(),
        panic_traceback: Default::default(),
    };
    let bytecode = executable.program.bytecode.iter();
    let program = Program::new_for_proof(
        builtins.to_vec(),
        bytecode
            .map(|word| MaybeRelocatable::from(Felt::from(word)))
            .collect(),
        0,
        4,
        hints,
        Default::default(),
        Default::default(),
        vec![],
        None,
    )?;
    let config = CairoRunConfig {
        trace_enabled: true,
        relocate_trace: false,
        layout: LayoutName::all_cairo_stwo,
        fill_holes: true,
        proof_mode: true,
        disable_trace_padding: true,
        ..Default::default()
    };
    let scopes = Default::default();
    Ok(cairo_run_program_with_initial_scope(
        &program,
        &config,
        &mut processor,
        scopes,
    )?)
}

fn parameters(tier: &str, store_polynomials_coefficients: bool) -> Outcome<ProverParameters> {
    Ok(ProverParameters {
        channel_hash: ChannelHash::Blake2s,
        channel_salt: 0,
        pcs_config: PcsConfig {
            pow_bits: 26,
            fri_config: FriConfig {
                log_blowup_factor: 1,
                log_last_layer_degree_bound: 0,
                n_queries: 70,
                fold_step: 1,
            },
            lifting_log_size: None,
        },
        preprocessed_trace: serde_json::from_value(tier.into())?,
        store_polynomials_coefficients,
        include_all_preprocessed_columns: false,
    })
}

/// Proves it, with twiddles for the largest table of run and tier.
fn prove(
    input: ProverInput,
    parameters: ProverParameters,
    log_size: u32,
) -> Outcome<CairoProofForRustVerifier<Blake2sMerkleHasher>> {
    let variant = parameters.preprocessed_trace;
    let log_blowup_factor = parameters.pcs_config.fri_config.log_blowup_factor;
    let largest = log_size.max(variant.max_log_trace_size()) + log_blowup_factor;
    let domain = CanonicCoset::new(largest).circle_domain();
    let twiddles = SimdBackend::precompute_twiddles(domain.half_coset);
    let trace = Arc::new(variant.to_preprocessed_trace());
    let columns = SimdBackend::interpolate_columns(gen_trace(trace.clone()), &twiddles);
    let pool = BaseColumnPool::new();
    let tree = CommitmentTreeProver::<SimdBackend, Blake2sMerkleChannel>::new(
        columns,
        log_blowup_factor,
        &twiddles,
        parameters.store_polynomials_coefficients,
        None,
        &pool,
    );
    let tree = MaybeOwned::Owned(tree);
    let proof = prove_cairo_with_precompute(&pool, &twiddles, trace, tree, input, parameters)?;
    Ok(proof.into())
}
