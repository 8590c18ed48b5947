//! The search for a proof of work, ours and the library's by turns over the same transcripts: what
//! `npm run bench:prover -- --only search` measures.
//!
//! `search-for-work BITS COUNT`: a line of JSON for each transcript, with the processors' seconds of both.

use std::error::Error;

use cairn_prover::prove::search_for_work;
use stwo::core::channel::{Blake2sChannel, Channel};
use stwo::core::proof_of_work::GrindOps;
use stwo::prover::backend::simd::SimdBackend;

type Search = fn(&Blake2sChannel, u32) -> u64;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [bits, count] = arguments.as_slice() else {
        return Err("usage: search-for-work BITS COUNT".into());
    };
    let (bits, count) = (bits.parse()?, count.parse()?);
    // Not measured: threads begin.
    measure(u64::MAX, bits)?;
    for seed in 0..count {
        println!("{}", measure(seed, bits)?);
    }
    Ok(())
}

fn measure(seed: u64, bits: u32) -> Result<serde_json::Value, Box<dyn Error>> {
    let mut channel = Blake2sChannel::default();
    channel.mix_u64(seed);
    let mut sides: [(Search, f64, u64); 2] = [
        (search_for_work, 0.0, 0),
        (<SimdBackend as GrindOps<_>>::grind, 0.0, 0),
    ];
    // The sides take turns at being first.
    for at in [seed % 2, 1 - seed % 2] {
        let (search, seconds, nonce) = &mut sides[at as usize];
        let before = processors_seconds();
        *nonce = search(&channel, bits);
        *seconds = processors_seconds() - before;
    }
    let [(_, ours, nonce), (_, library, other)] = sides;
    if nonce != other {
        return Err(format!("transcript {seed}: we find {nonce}, the library {other}").into());
    }
    Ok(serde_json::json!({ "nonce": nonce, "ours": ours, "library": library }))
}

/// What the threads of this process have taken so far.
fn processors_seconds() -> f64 {
    let mut now = libc::timespec {
        tv_sec: 0,
        tv_nsec: 0,
    };
    // SAFETY: `now` is this function's own, and the clock writes nothing else.
    unsafe { libc::clock_gettime(libc::CLOCK_PROCESS_CPUTIME_ID, &mut now) };
    now.tv_sec as f64 + now.tv_nsec as f64 / 1e9
}
