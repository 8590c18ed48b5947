//! Recomputes the Merkle root of every preprocessed tier and compares it with the constant that
//! `verify` demands. The largest takes 13 GB of memory: a command of its own, not a test.
//!
//! `cargo run --release --example recompute-roots [TIER]…`

use cairn_prover::limits::peak_memory;
use cairn_prover::prove::StarkChannel;
use cairn_prover::tables::{variant_of_tier, TIERS};
use cairn_prover::verify::roots;
use stwo_cairo_prover::witness::preprocessed_trace::generate_preprocessed_commitment_root;

fn main() {
    let mut tiers: Vec<String> = std::env::args().skip(1).collect();
    if tiers.is_empty() {
        tiers = TIERS.map(|(_, name)| name.to_owned()).to_vec();
    }
    let mut differ = false;
    for tier in tiers {
        let Some(variant) = variant_of_tier(&tier) else {
            let names = TIERS.map(|(_, name)| name).join(", ");
            eprintln!("{tier} is no tier; expected one of {names}");
            std::process::exit(2);
        };
        let root = generate_preprocessed_commitment_root::<StarkChannel>(1, variant, None);
        let root = roots::hex(&root);
        let same = root == roots::root(variant);
        differ |= !same;
        let verdict = if same {
            "as the constant"
        } else {
            "NOT the constant"
        };
        println!(
            "{tier}: {root} {verdict}, peak memory so far {} bytes",
            peak_memory().unwrap_or(0)
        );
    }
    std::process::exit(i32::from(differ));
}
