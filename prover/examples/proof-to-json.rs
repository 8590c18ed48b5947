//! Rewrites a proof file in the form that the stock verifier of `stwo-cairo-dev-utils` reads, and prints the
//! size of its largest table as a power of two.
//!
//! `proof-to-json PROOF JSON`

use cairn_prover::proof_file::decode;
use cairn_prover::tables::max_log_size;

fn main() {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let [proof, json] = arguments.as_slice() else {
        eprintln!("usage: proof-to-json PROOF JSON");
        std::process::exit(2);
    };
    if let Err(error) = convert(proof.as_ref(), json.as_ref()) {
        eprintln!("{} cannot be rewritten: {error}", proof.to_string_lossy());
        std::process::exit(2);
    }
}

fn convert(proof: &std::path::Path, json: &std::path::Path) -> Result<(), String> {
    let file = std::fs::read(proof).map_err(|error| error.to_string())?;
    let proof = decode(&file).map_err(|error| format!("{error:?}"))?.proof;
    let text = serde_json::to_string(&proof).map_err(|error| error.to_string())?;
    std::fs::write(json, text).map_err(|error| error.to_string())?;
    println!("{}", max_log_size(&proof.claim));
    Ok(())
}
