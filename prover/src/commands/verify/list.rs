//! The list of `--many`: JSON lines, read as they are needed, so that it may be of any length.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde::Deserialize;
use serde_json::Value;

use super::judge::Item;
use crate::execute::Calldata;
use crate::failure::{Code, Failure, Outcome};
use crate::files::{open_bounded, Line, MAX_LINE};
use crate::verify::{Binding, Demands};

/// Hands out the lines, one to each that asks.
pub(super) struct List {
    source: Mutex<Source>,
}

struct Source {
    lines: Box<dyn BufRead + Send>,
    failed: Option<io::Error>,
}

/// A line of the list: what it asks for, or what is wrong with it.
pub(super) struct Entry {
    /// The line's own, as far as it could be read.
    pub id: Option<String>,
    pub item: Outcome<Item>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fields {
    id: String,
    proof: PathBuf,
    executable: PathBuf,
    input: PathBuf,
    #[serde(default)]
    binding: Binding,
    #[serde(default, rename = "calldata")]
    _calldata: Option<Calldata>,
}

impl List {
    /// Opens a list; `-` is standard input.
    ///
    /// # Errors
    /// `FILE_UNREADABLE`.
    pub fn open(path: &Path) -> Outcome<Self> {
        let lines: Box<dyn BufRead + Send> = if path.as_os_str() == "-" {
            Box::new(BufReader::new(io::stdin()))
        } else {
            let (file, _): (File, _) = open_bounded(path, u64::MAX)?;
            Box::new(BufReader::new(file))
        };
        let source = Source {
            lines,
            failed: None,
        };
        Ok(Self {
            source: Mutex::new(source),
        })
    }

    /// The next line that is not blank; `None` at the end.
    pub fn next(&self, security_bits: u32) -> Option<Entry> {
        let mut source = self.source.lock().unwrap_or_else(PoisonError::into_inner);
        Some(match source.line()? {
            Line::Whole(bytes) => entry(&bytes, security_bits),
            Line::TooLong => Entry {
                id: None,
                item: Err(not_an_item(&format!("it has more than {MAX_LINE} bytes"))),
            },
        })
    }

    /// Why the list ended before its end, if it did.
    pub fn failure(self) -> Option<Failure> {
        let source = self
            .source
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner);
        source.failed.map(|error| {
            let message = format!("The list could not be read to its end: {error}.");
            let help = "Verify again what has no verdict yet.";
            Failure::new(Code::FileUnreadable, message, help)
        })
    }
}

impl Source {
    fn line(&mut self) -> Option<Line> {
        Line::next(&mut self.lines).unwrap_or_else(|error| {
            self.failed = Some(error);
            None
        })
    }
}

fn entry(line: &[u8], security_bits: u32) -> Entry {
    let fields = serde_json::from_slice::<Fields>(line);
    match fields {
        Ok(fields) => Entry {
            id: Some(fields.id),
            item: Ok(Item {
                proof: fields.proof,
                executable: fields.executable,
                input: fields.input,
                demands: Demands {
                    binding: fields.binding,
                    security_bits,
                },
            }),
        },
        Err(error) => Entry {
            id: id_of(line),
            item: Err(not_an_item(&error.to_string())),
        },
    }
}

fn id_of(line: &[u8]) -> Option<String> {
    let value: Value = serde_json::from_slice(line).ok()?;
    Some(value.get("id")?.as_str()?.to_owned())
}

fn not_an_item(why: &str) -> Failure {
    let help = "Write a line as {\"id\":\"7\",\"proof\":\"p\",\"executable\":\"e\",\"input\":\"i\",\"binding\":\"poseidon\"}.";
    Failure::new(
        Code::Usage,
        format!("A line of the list is no item: {why}."),
        help,
    )
}
