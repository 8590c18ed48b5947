//! Measures codecs on an execution, for `npm run bench:executions`.
//!
//! `execution-codecs EXECUTION PLAIN COLUMNS` writes the run uncompressed to the files PLAIN (its memory as it
//! stands) and COLUMNS (as execution files lay it out), and prints a JSON line for each layout and codec:
//! `{"layout":…,"codec":…,"bytes":…,"encodeSeconds":…,"decodeSeconds":…}`.

use std::io::{Read, Write};
use std::path::Path;
use std::time::Instant;

use bincode::Options;
use bzip2::read::{BzDecoder, BzEncoder};
use cairn_prover::execution_file::{payload, read};

const LEVELS: [i32; 5] = [1, 3, 6, 9, 19];
/// Level 19 takes a minute and more beyond.
const MOST_FOR_19: usize = 30 << 20;
const WINDOW_LOG: u32 = 27;

type Coder = Box<dyn Fn(&[u8]) -> Vec<u8>>;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [execution, plain, columns] = &arguments[..] else {
        eprintln!("usage: execution-codecs EXECUTION PLAIN COLUMNS");
        std::process::exit(2);
    };
    let (header, run) =
        read(Path::new(execution)).unwrap_or_else(|failure| panic!("{}", failure.message));
    let started = Instant::now();
    let mut laid_out = Vec::new();
    payload::encode(&run, &mut laid_out).expect("a run that was read");
    let encode = started.elapsed().as_secs_f64();
    let started = Instant::now();
    payload::decode(&mut &laid_out[..], header.steps, u64::MAX).expect("what was encoded");
    let decode = started.elapsed().as_secs_f64();
    let memory = run.replay().expect("a run").memory;
    let coding = bincode::DefaultOptions::new().with_fixint_encoding();
    let as_it_stands = coding.serialize(&memory).expect("a memory");
    std::fs::write(plain, &as_it_stands).expect("a file");
    std::fs::write(columns, &laid_out).expect("a file");
    measure("plain", &as_it_stands, [0.0, 0.0]);
    measure("columns", &laid_out, [encode, decode]);
}

fn measure(layout: &str, data: &[u8], layout_seconds: [f64; 2]) {
    for (codec, encode, decode) in codecs(data.len()) {
        let started = Instant::now();
        let encoded = encode(data);
        let encode_seconds = layout_seconds[0] + started.elapsed().as_secs_f64();
        let started = Instant::now();
        assert_eq!(decode(&encoded).len(), data.len());
        let decode_seconds = layout_seconds[1] + started.elapsed().as_secs_f64();
        let line = serde_json::json!({
            "layout": layout, "codec": codec, "bytes": encoded.len(),
            "encodeSeconds": encode_seconds, "decodeSeconds": decode_seconds,
        });
        println!("{line}");
    }
}

fn codecs(bytes: usize) -> Vec<(String, Coder, Coder)> {
    let unpack = |data: &[u8]| {
        let mut decoder = zstd::Decoder::new(data).expect("a decoder");
        decoder.window_log_max(WINDOW_LOG).expect("a window");
        all(decoder)
    };
    let levels = LEVELS
        .iter()
        .filter(|level| **level < 19 || bytes < MOST_FOR_19);
    let mut codecs: Vec<(String, Coder, Coder)> = levels
        .map(|&level| {
            let pack = move |data: &[u8]| zstd::encode_all(data, level).expect("memory");
            (
                format!("zstd {level}"),
                Box::new(pack) as Coder,
                Box::new(unpack) as Coder,
            )
        })
        .collect();
    codecs.push((
        "zstd 3, long".into(),
        Box::new(long_distance),
        Box::new(unpack),
    ));
    let bzip2 = |data: &[u8]| all(BzEncoder::new(data, bzip2::Compression::best()));
    codecs.push((
        "bzip2".into(),
        Box::new(bzip2),
        Box::new(|data| all(BzDecoder::new(data))),
    ));
    codecs
}

/// Level 3 with long-distance matching in a window of 128 MiB.
fn long_distance(data: &[u8]) -> Vec<u8> {
    let mut encoder = zstd::Encoder::new(Vec::new(), 3).expect("an encoder");
    encoder.long_distance_matching(true).expect("a flag");
    encoder.window_log(WINDOW_LOG).expect("a window");
    encoder.write_all(data).expect("memory");
    encoder.finish().expect("memory")
}

fn all(mut reader: impl Read) -> Vec<u8> {
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes).expect("memory");
    bytes
}
