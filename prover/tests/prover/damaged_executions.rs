//! Execution files that were cut, changed, or are something else: each is told from the others.

use std::path::Path;

use cairn_prover::execution_file::{read, read_header, write, Header, MAX_BYTES};
use cairn_prover::failure::Code;
use sha2::{Digest, Sha256};

use crate::binary::run;
use crate::fixtures::{execution, scratch, text, write as write_file, INPUT};

const PRELUDE: usize = 32;
const CHECKSUM: usize = 32;

fn honest() -> Vec<u8> {
    std::fs::read(execution("sums", INPUT)).unwrap()
}

/// The bytes from the first chunk's start to the second's.
fn header_chunk(bytes: &[u8]) -> std::ops::Range<usize> {
    let length = u32::from_le_bytes(std::array::from_fn(|index| bytes[PRELUDE + index]));
    PRELUDE..PRELUDE + 8 + length as usize + CHECKSUM
}

fn code_of(path: &Path, bytes: &[u8]) -> Option<Code> {
    std::fs::write(path, bytes).unwrap();
    read(path).err().map(|failure| failure.code)
}

/// Positions all over the header, and some hundred of the payload, its start and its end among them.
fn positions(bytes: &[u8]) -> impl Iterator<Item = usize> {
    let (length, header) = (bytes.len(), header_chunk(bytes).end);
    let stride = (length - header) / 200;
    let middle = (header..length).step_by(stride.max(1));
    (0..header + 64).chain(middle).chain(length - 80..length)
}

/// A file of chunks, sealed as an honest writer does.
fn sealed(prelude: &[u8], chunks: &[&[u8]]) -> Vec<u8> {
    let (mut file, mut hasher) = (prelude.to_vec(), Sha256::new());
    hasher.update(prelude);
    for chunk in chunks {
        let length = chunk.len() as u32;
        let lengths = [length.to_le_bytes(), (!length).to_le_bytes()].concat();
        hasher.update(&lengths);
        hasher.update(chunk);
        file.extend([&lengths, *chunk, &hasher.clone().finalize()].concat());
    }
    file
}

fn invalid(bytes: &[u8], part: &str) {
    let folder = scratch();
    let path = write_file(folder.path(), "run.execution", bytes);
    let failure = read(&path).err().expect(part);
    assert_eq!(failure.code, Code::ExecutionInvalid, "{}", failure.message);
    assert!(
        failure.message.contains(part),
        "{part}: {}",
        failure.message
    );
}

#[test]
fn every_flipped_bit_is_seen() {
    let (mut bytes, folder) = (honest(), scratch());
    let path = folder.path().join("run.execution");
    for at in positions(&bytes.clone()) {
        let mask = 1 << (at % 8);
        bytes[at] ^= mask;
        let expected = if at < 12 {
            Code::ExecutionForeign
        } else {
            Code::ExecutionCorrupted
        };
        assert_eq!(
            code_of(&path, &bytes),
            Some(expected),
            "bit {} of byte {at}",
            at % 8
        );
        bytes[at] ^= mask;
    }
    assert_eq!(code_of(&path, &bytes), None);
}

#[test]
fn every_cut_is_seen() {
    let (bytes, folder) = (honest(), scratch());
    let path = folder.path().join("run.execution");
    for length in positions(&bytes) {
        assert_eq!(
            code_of(&path, &bytes[..length]),
            Some(Code::ExecutionTruncated),
            "after {length} of {} bytes",
            bytes.len()
        );
    }
}

#[test]
fn what_was_added_moved_or_zeroed_is_seen() {
    let (bytes, folder) = (honest(), scratch());
    let path = folder.path().join("run.execution");
    let header = header_chunk(&bytes);
    let corrupted = |changed: &[u8]| {
        assert_eq!(code_of(&path, changed), Some(Code::ExecutionCorrupted));
    };
    corrupted(&[&bytes[..], b"x"].concat());
    corrupted(&[&bytes[..], &bytes[..]].concat());
    corrupted(&[&bytes[..header.end], &bytes[header.start..]].concat());
    corrupted(&[&bytes[..header.start], &bytes[header.end..]].concat());
    // As a download leaves it that made room for the whole first.
    let mut zeroed = bytes.clone();
    zeroed[bytes.len() / 2..].fill(0);
    corrupted(&zeroed);
    let mut huge = bytes.clone();
    huge[PRELUDE..PRELUDE + 4].copy_from_slice(&u32::MAX.to_le_bytes());
    huge[PRELUDE + 4..PRELUDE + 8].fill(0);
    corrupted(&huge);
}

#[test]
fn strangers_are_told_who_they_are() {
    let (bytes, folder) = (honest(), scratch());
    let foreign = |changed: &[u8]| {
        let path = write_file(folder.path(), "run.execution", changed);
        let failed = run([
            "prove",
            "--execution",
            text(&path),
            "--output",
            text(&folder.path().join("proof")),
        ])
        .failed("EXECUTION_FOREIGN", 2);
        let error = &failed.answer["error"];
        let words = format!("{} {}", error["message"], error["help"]);
        (words, error["writer"].clone())
    };
    assert!(foreign(b"{}").0.contains("magic number"));
    let mut older = bytes.clone();
    older[8] = 1;
    let (words, writer) = foreign(&older);
    assert!(words.contains("format 1") && writer.is_null(), "{words}");
    let mut newer = bytes.clone();
    (newer[8], newer[12]) = (3, b'7');
    let (words, writer) = foreign(&newer);
    assert!(
        words.contains("format 3") && words.contains("cairn-prover 7.1.0 wrote it"),
        "{words}"
    );
    assert_eq!(writer, "7.1.0");
    let (header, recording) =
        read(&execution("sums", INPUT)).unwrap_or_else(|failure| panic!("{}", failure.message));
    let (path, other) = (
        folder.path().join("other"),
        Header {
            stwo_version: "9.9.9".into(),
            ..header
        },
    );
    write(&path, &other, &recording, MAX_BYTES)
        .unwrap_or_else(|failure| panic!("{}", failure.message));
    let (words, writer) = foreign(&std::fs::read(&path).unwrap());
    assert!(words.contains("S-two 9.9.9"), "{words}");
    assert_eq!(writer, env!("CARGO_PKG_VERSION"));
}

#[test]
fn a_whole_file_that_is_no_run() {
    let bytes = honest();
    let (prelude, header) = (&bytes[..PRELUDE], header_chunk(&bytes));
    let header = &bytes[header.start + 8..header.end - CHECKSUM];
    let (_, recording) =
        read(&execution("sums", INPUT)).unwrap_or_else(|failure| panic!("{}", failure.message));
    let mut payload = Vec::new();
    cairn_prover::execution_file::payload::encode(&recording, &mut payload).unwrap();
    let packed = |payload: &[u8]| zstd::encode_all(payload, 1).unwrap();
    let file = |compressed: &[u8]| sealed(prelude, &[header, compressed, b""]);

    let folder = scratch();
    assert_eq!(
        code_of(&folder.path().join("run"), &file(&packed(&payload))),
        None
    );
    invalid(&sealed(prelude, &[b""]), "its header");
    invalid(&sealed(prelude, &[b"{}", b""]), "its header");
    invalid(
        &sealed(prelude, &[&[b' '; 5000], b""]),
        "its header has 5000 bytes",
    );
    invalid(&sealed(prelude, &[header, b""]), "cannot be decoded");
    invalid(&file(b"nonsense"), "cannot be decoded");
    invalid(
        &file(&packed(&payload[..payload.len() - 1])),
        "cannot be decoded",
    );
    invalid(
        &file(&packed(&[&payload[..], b"x"].concat())),
        "bytes after it",
    );
    invalid(
        &file(&[&packed(&payload)[..], b"x"].concat()),
        "bytes after it",
    );
    invalid(
        &file(&[packed(&payload), packed(b"more")].concat()),
        "bytes after it",
    );
    let mut nonsense = payload.clone();
    nonsense.splice(payload.len() - 4.., [0xff; 4]);
    invalid(&file(&packed(&nonsense)), "cannot be decoded");
}

#[test]
fn what_expands_without_end_is_given_up() {
    let bytes = honest();
    let chunk = header_chunk(&bytes);
    let header = &bytes[chunk.start + 8..chunk.end - CHECKSUM];
    let (_, recording) =
        read(&execution("sums", INPUT)).unwrap_or_else(|failure| panic!("{}", failure.message));
    let mut payload = Vec::new();
    cairn_prover::execution_file::payload::encode(&recording, &mut payload).unwrap();
    let memory = recording.replay().unwrap().memory;
    let counts = [
        memory.small_values.len(),
        memory.f252_values.len(),
        memory.address_to_id.len(),
    ];
    let counts = counts.map(|count| (count as u64).to_le_bytes()).concat();
    let at = payload
        .windows(24)
        .position(|window| window == counts)
        .unwrap();
    let file = |payload: &[u8]| {
        sealed(
            &bytes[..PRELUDE],
            &[header, &zstd::encode_all(payload, 1).unwrap(), b""],
        )
    };
    let claiming = |at: usize, count: u64| {
        let mut payload = payload.clone();
        payload[at..at + 8].copy_from_slice(&count.to_le_bytes());
        file(&payload)
    };
    let (small, large) = (at, at + 8);
    invalid(&claiming(small, (1 << 24) + 1), "more small values");
    let beyond_steps = claiming(large, 1 << 27);
    invalid(&beyond_steps, "more memory than its steps can fill");
    let beyond_addresses = claiming(small, 1 << 60);
    invalid(&beyond_addresses, "more memory than there are addresses");
}

#[test]
fn the_header_alone_is_read_and_checked() {
    let (bytes, folder) = (honest(), scratch());
    let path = folder.path().join("run.execution");
    let end = header_chunk(&bytes).end;
    let header_of = |bytes: &[u8]| {
        std::fs::write(&path, bytes).unwrap();
        read_header(&path).map_err(|failure| failure.code)
    };
    let (header, size) = header_of(&bytes[..end]).unwrap();
    assert_eq!((header.stwo_version.as_str(), size), ("1.3.0", end as u64));
    assert_eq!(header_of(&bytes[..end - 1]), Err(Code::ExecutionTruncated));
    let mut flipped = bytes.clone();
    flipped[end - CHECKSUM - 3] ^= 1;
    assert_eq!(header_of(&flipped), Err(Code::ExecutionCorrupted));
}

#[test]
fn a_file_beyond_all_bounds_is_not_read() {
    let folder = scratch();
    let path = folder.path().join("huge");
    std::fs::File::create(&path)
        .unwrap()
        .set_len(MAX_BYTES + 1)
        .unwrap();
    assert_eq!(
        read(&path).err().map(|failure| failure.code),
        Some(Code::FileUnreadable)
    );
}
