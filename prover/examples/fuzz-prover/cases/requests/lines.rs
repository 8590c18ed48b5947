//! The lines: jobs as they should be, and what is made of them.

use std::path::Path;

use serde_json::{json, Value};

use super::super::numbers::Numbers;
use super::super::{bytes, json as structure};
use super::worker::Last;
use super::JobFiles;

/// Arguments that ask for something else: help, the worker's own, limits, files that are none.
const ARGUMENTS: [&str; 32] = [
    "",
    "-",
    "--",
    "-V",
    "--help",
    "help",
    "serve",
    "@jobs",
    "\0",
    "\u{202e}",
    "--threads=2",
    "--threads=99999999999999999999",
    "--timeout=0",
    "--timeout=9",
    "--timeout=18446744073709551615",
    "--max-memory=1",
    "--max-memory=18446744073709551615",
    "--max-steps=0",
    "--max-steps=18446744073709551615",
    "--max-output=0",
    "--max-execution=1",
    "--many=-",
    "--many",
    "--many=/dev/stdin",
    "--security-bits=97",
    "--binding=none",
    "--calldata=raw",
    "--log-level=debug",
    "--die-with-parent",
    "--input=/dev/zero",
    "--proof=/proc/self/mem",
    "--executable=.",
];
const COMMANDS: [&str; 10] = [
    "commit",
    "inspect",
    "verify",
    "execute",
    "compile",
    "prove",
    "serve",
    "help",
    "",
    "--version",
];
/// What no serializer writes.
const TEXTS: [&str; 12] = [
    "\r",
    "\0",
    "\u{feff}{}",
    "{}",
    "[]",
    "null",
    "\"\\ud800\"",
    "{\"cancel\":\"\\ud800\"}",
    "{\"cancel\":\"a\",\"cancel\":\"b\"}",
    "{\"job\":\"a\",\"cancel\":\"a\"}",
    "{\"job\":\"a\",\"job\":\"b\",\"command\":\"commit\",\"arguments\":[]}",
    "1e999999",
];
/// More lines than there may wait.
const MANY: usize = 100;
/// More bytes than a line may have.
const LONG: usize = 70_000;

pub struct Lines {
    jobs: Vec<Value>,
    items: Vec<Value>,
}

impl Lines {
    pub fn new(files: &JobFiles) -> Self {
        let JobFiles {
            executable,
            input,
            execution,
            proof,
        } = files;
        let (executable, input) = (
            format!("--executable={}", executable.display()),
            format!("--input={}", input.display()),
        );
        let (execution, proof_file) = (
            format!("--execution={}", execution.display()),
            format!("--proof={}", proof.display()),
        );
        let item = |id: &str, proof: &Path| json!({ "id": id, "proof": proof, "executable": &files.executable, "input": &files.input, "binding": "poseidon" });
        Self {
            items: vec![item("1", proof), item("2", proof), item("3", &files.input)],
            jobs: vec![
                job("commit", &[&input]),
                job("inspect", &[&executable]),
                job("inspect", &[&execution]),
                job("inspect", &[&proof_file]),
                job(
                    "verify",
                    &[&proof_file, &executable, &input, "--binding=poseidon"],
                ),
                job("verify", &["--many=LIST", "--threads=2"]),
                job(
                    "execute",
                    &[
                        "--no-output",
                        &executable,
                        &input,
                        "--timeout=20",
                        "--max-memory=1000000000",
                    ],
                ),
                // Nothing is to be written: what they read is not there.
                job(
                    "compile",
                    &["--package=none", "--output=none.json", "--timeout=20"],
                ),
                job(
                    "prove",
                    &["--execution=none", "--output=none.proof", "--timeout=20"],
                ),
                json!({ "cancel": "a" }),
            ],
        }
    }

    /// A job that is done if it is not cancelled; once in a while it is.
    pub fn last(&self, numbers: &mut Numbers, name: String) -> Last {
        let mut job = self.jobs[0].clone();
        job["job"] = name.clone().into();
        let after = match numbers.one_in(100) {
            true => format!("{}\n", json!({ "cancel": name })),
            false => String::new(),
        };
        Last {
            name,
            line: job.to_string().into_bytes(),
            after: after.into_bytes(),
        }
    }

    /// One line, mostly, or some, or more than may wait.
    pub fn requests(&self, numbers: &mut Numbers, list: &Path) -> Vec<u8> {
        let count = match numbers.below(100) {
            0..90 => 1,
            90..99 => 1 + numbers.below(5),
            _ => numbers.below(MANY),
        };
        let lines = (0..count).map(|_| self.request(numbers, list));
        lines.collect::<Vec<_>>().join(&b"\n"[..])
    }

    fn request(&self, numbers: &mut Numbers, list: &Path) -> Vec<u8> {
        let mut job = numbers.pick(&self.jobs).clone();
        for argument in job["arguments"].as_array_mut().into_iter().flatten() {
            if argument == "--many=LIST" {
                *argument = format!("--many={}", list.display()).into();
            }
        }
        if numbers.one_in(2) {
            self.ask_otherwise(&mut job, numbers);
            return job.to_string().into_bytes();
        }
        mutated(&job, numbers)
    }

    /// The same kind of line, and other words in it.
    fn ask_otherwise(&self, job: &mut Value, numbers: &mut Numbers) {
        if numbers.one_in(4) {
            job["command"] = (*numbers.pick(&COMMANDS)).into();
        }
        let more = numbers.below(3);
        if let Some(arguments) = job["arguments"].as_array_mut() {
            for _ in 0..more {
                let at = numbers.below(arguments.len() + 1);
                if numbers.one_in(3) && at < arguments.len() {
                    arguments[at] = (*numbers.pick(&ARGUMENTS)).into();
                } else {
                    arguments.insert(at, (*numbers.pick(&ARGUMENTS)).into());
                }
            }
        }
    }

    /// A list of `verify --many`, some lines of it mutated.
    pub fn list(&self, numbers: &mut Numbers) -> Vec<u8> {
        let lines = (0..numbers.below(4)).map(|_| {
            let item = numbers.pick(&self.items);
            if numbers.one_in(3) {
                item.to_string().into_bytes()
            } else {
                mutated(item, numbers)
            }
        });
        lines.collect::<Vec<_>>().join(&b"\n"[..])
    }
}

fn job(command: &str, arguments: &[&str]) -> Value {
    json!({ "job": "a", "command": command, "arguments": arguments })
}

/// Another structure, other bytes, or text that is none of a line.
fn mutated(line: &Value, numbers: &mut Numbers) -> Vec<u8> {
    match numbers.below(10) {
        0..6 => structure::mutate(line, numbers),
        6 | 7 => {
            let mut text = line.to_string().into_bytes();
            bytes::mutate(&mut text, numbers);
            text
        }
        8 => numbers.pick(&TEXTS).as_bytes().to_vec(),
        _ => {
            // Longer than a line may be, or nearly: blanks are none of what it says.
            let mut text = line.to_string();
            let filling = *numbers.pick(&[" ", "x", "\\u0000"]);
            let at = numbers.below(text.len() + 1);
            if text.is_char_boundary(at) {
                text.insert_str(at, &filling.repeat(numbers.below(LONG)));
            }
            text.into_bytes()
        }
    }
}
