//! Proof files that are none.

use std::io::Write;

use bzip2::write::BzEncoder;
use bzip2::Compression;
use cairn_prover::proof_file;

use crate::binary::{run, Run};
use crate::fixtures::{executable, input, proof, scratch, text, write, INPUT};

const HEADER: usize = 20;
const CHECKSUM: usize = 32;

fn verify(bytes: impl AsRef<[u8]>) -> Run {
    let folder = scratch();
    let proof = write(folder.path(), "proof.bin", bytes);
    let (program, values) = (executable("sums"), input(INPUT));
    run([
        "verify",
        "--proof",
        text(&proof),
        "--executable",
        text(&program),
        "--input",
        text(&values),
    ])
}

fn inspect(bytes: impl AsRef<[u8]>) -> Run {
    let folder = scratch();
    let proof = write(folder.path(), "proof.bin", bytes);
    run(["inspect", "--proof", text(&proof)])
}

fn malformed(bytes: impl AsRef<[u8]>, part: &str) {
    let refused = verify(bytes);
    assert_eq!(
        (refused.code, refused.text("reason")),
        (Some(1), "MALFORMED"),
        "{part}"
    );
    assert!(
        refused.text("message").contains(part),
        "{part}: {}",
        refused.text("message")
    );
    assert_eq!(refused.answer["valid"], false);
}

fn honest() -> Vec<u8> {
    std::fs::read(proof("sums", INPUT)).unwrap()
}

fn payload() -> Vec<u8> {
    let file = honest();
    file[HEADER..file.len() - CHECKSUM].to_vec()
}

fn bzip2(payload: &[u8]) -> Vec<u8> {
    bzip2_at(Compression::best(), payload)
}

fn bzip2_at(level: Compression, payload: &[u8]) -> Vec<u8> {
    let mut encoder = BzEncoder::new(Vec::new(), level);
    encoder.write_all(payload).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn files_that_are_no_proofs() {
    let honest = honest();
    malformed(b"", "magic number");
    malformed(b"{}", "magic number");
    malformed(&honest[..HEADER - 1], "within its header");
    malformed(&honest[..HEADER], "bytes after its header");
    malformed(&honest[..honest.len() - 1], "bytes after its header");
    malformed([&honest[..], b"x"].concat(), "bytes after its header");
    let mut flipped = honest.clone();
    flipped[HEADER + 1000] ^= 1;
    malformed(&flipped, "checksum");
    let mut other_checksum = honest.clone();
    *other_checksum.last_mut().unwrap() ^= 1;
    malformed(&other_checksum, "checksum");
}

#[test]
fn a_file_of_another_format_is_not_judged() {
    for (format, what) in [(1, "An older"), (3, "A newer"), (u32::MAX, "A newer")] {
        let mut file = honest();
        file[8..12].copy_from_slice(&format.to_le_bytes());
        for refused in [verify(&file), inspect(&file)] {
            let refused = refused.failed("PROOF_FOREIGN", 2);
            assert_eq!(refused.answer["error"]["format"], format);
            assert!(refused.answer["error"]["help"]
                .as_str()
                .unwrap()
                .contains(what));
        }
    }
}

#[test]
fn the_stock_form_is_read() {
    let payload = payload();
    let accepted = verify(bzip2(&payload)).done();
    assert_eq!(accepted.answer["valid"], true);
    malformed(
        [bzip2(&payload), b"x".to_vec()].concat(),
        "bytes after its compressed payload",
    );
    malformed(bzip2(&[&payload[..], b"x"].concat()), "cannot be decoded");
    malformed(bzip2(b""), "cannot be decoded");
    malformed(b"BZh9nonsense", "cannot be decompressed");
}

#[test]
fn the_stock_form_has_one_spelling() {
    let payload = payload();
    let other = "compressed otherwise";
    malformed(bzip2_at(Compression::fast(), &payload), other);
    // The bits that fill the last byte are not read by whoever decompresses it; the checksum ends before them.
    let filled = (0..8).map(|bit| {
        let mut file = bzip2(&payload);
        *file.last_mut().unwrap() ^= 1 << bit;
        file
    });
    let readable = filled.filter(|file| proof_file::decode(file).is_ok());
    readable.for_each(|file| malformed(file, other));
}

#[test]
fn a_bomb_does_not_go_off() {
    let zeros = vec![0u8; (64 << 20) + 1];
    let bomb = bzip2(&zeros);
    assert!(bomb.len() < 1 << 10);
    malformed(bomb, "expands to more than");
}

#[test]
fn a_length_beyond_the_file_takes_no_memory() {
    // The first field is the program's length: eight bytes that claim 2^60 words.
    let mut payload = payload();
    payload[..8].copy_from_slice(&(1u64 << 60).to_le_bytes());
    malformed(bzip2(&payload), "cannot be decoded");
}

#[test]
fn a_file_beyond_all_bounds_is_not_read() {
    let folder = scratch();
    let path = folder.path().join("huge");
    std::fs::File::create(&path)
        .unwrap()
        .set_len(65 << 20)
        .unwrap();
    let (program, values) = (executable("sums"), input(INPUT));
    let refused = run([
        "verify",
        "--proof",
        text(&path),
        "--executable",
        text(&program),
        "--input",
        text(&values),
    ]);
    assert_eq!(
        (refused.code, refused.text("reason")),
        (Some(1), "MALFORMED")
    );
}
