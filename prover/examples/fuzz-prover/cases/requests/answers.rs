//! What must hold of a worker's answers.

use std::ops::RangeInclusive;
use std::path::Path;

use cairn_prover::files::MAX_LINE;
use serde_json::Value;

use super::super::outcome::{kind_of, Outcome};
use super::worker::{Ended, Heard};

/// The exit codes that an answer may have beside 0 and 1; `INTERNAL` is a defect.
const REFUSED: [u64; 4] = [2, 3, 130, 143];

/// What was sent.
pub struct Answers<'a> {
    pub sent: &'a [u8],
    pub last: &'a str,
    /// The list that a job may have named.
    pub list: &'a Path,
}

impl Answers<'_> {
    pub fn judge(&self, heard: &Heard) -> Outcome {
        match self.fault(heard) {
            Some(fault) => {
                let sent = String::from_utf8_lossy(&self.sent[..self.sent.len().min(400)]);
                Outcome::defect("no answer of the protocol", format!("{fault}, for {sent}"))
            }
            None => Outcome::stopped(self.door(heard)),
        }
    }

    fn fault(&self, heard: &Heard) -> Option<String> {
        if let Some(line) = heard.lines.iter().find(|line| !is_event(line)) {
            return Some(format!("a line that is no event: {line}"));
        }
        let is_of_a_list = |line: &&Value| line["event"] == "verdict";
        let mut told = answers(heard).chain(heard.lines.iter().filter(is_of_a_list));
        if let Some(line) = told.find(|line| !is_answer(line)) {
            return Some(format!("no answer of the table: {line}"));
        }
        match heard.ended {
            Ended::Not => self.miscount(heard).or_else(|| self.unjudged(heard)),
            Ended::With(code) => {
                let last = answers(heard).last();
                let is_its_jobs = code > Some(1)
                    && last.is_some_and(|last| last["exitCode"] == Value::from(code));
                (!is_its_jobs).then(|| format!("it ended with {code:?} after {last:?}"))
            }
        }
    }

    /// A line has one answer, unless it cancels nothing.
    fn miscount(&self, heard: &Heard) -> Option<String> {
        let bounds = self.sent.split(|byte| *byte == b'\n').map(answers_to);
        let (least, most) = bounds.fold((0, 0), |(least, most), bound| {
            (least + bound.start(), most + bound.end())
        });
        let given = answers(heard)
            .filter(|line| line["job"] != self.last)
            .count();
        (!(least..=most).contains(&given))
            .then(|| format!("{given} answers, not {least} to {most}"))
    }

    /// Every line of a list has a verdict.
    fn unjudged(&self, heard: &Heard) -> Option<String> {
        let verdicts = heard
            .lines
            .iter()
            .filter(|line| line["event"] == "verdict")
            .count();
        let list = std::fs::read(self.list).ok()?;
        let lines = list
            .split(|byte| *byte == b'\n')
            .filter(|line| !is_blank(line))
            .count();
        let is_whole = verdicts == 0 || (lines > 0 && verdicts.is_multiple_of(lines));
        (!is_whole).then(|| format!("{verdicts} verdicts on {lines} lines"))
    }

    /// The first answer names the case.
    fn door(&self, heard: &Heard) -> String {
        let ended = match heard.ended {
            Ended::Not => "",
            Ended::With(_) => "the end of the worker: ",
        };
        let Some(first) = answers(heard).next() else {
            return "nothing to answer".into();
        };
        let said = match first["error"]["code"].as_str() {
            Some(code) => format!(
                "{code}: {}",
                kind_of(first["error"]["message"].as_str().unwrap_or_default())
            ),
            None => format!("done, with exit code {}", first["exitCode"]),
        };
        format!("{ended}{said}")
    }
}

fn answers(heard: &Heard) -> impl DoubleEndedIterator<Item = &Value> {
    heard.lines.iter().filter(|line| line["event"] == "answer")
}

fn is_event(line: &Value) -> bool {
    line.is_object() && line["event"].is_string()
}

fn is_answer(line: &Value) -> bool {
    match (
        line["exitCode"].as_u64(),
        line.get("answer"),
        line.get("error"),
    ) {
        (Some(0 | 1), Some(answer), None) => answer.is_object(),
        (Some(code), None, Some(error)) => REFUSED.contains(&code) && error["code"].is_string(),
        _ => false,
    }
}

fn is_blank(line: &[u8]) -> bool {
    line.len() as u64 <= MAX_LINE && line.trim_ascii().is_empty()
}

/// How many answers a line may have.
fn answers_to(line: &[u8]) -> RangeInclusive<usize> {
    if is_blank(line) {
        return 0..=0;
    }
    let request: Value = serde_json::from_slice(line).unwrap_or_default();
    if request.get("cancel").is_some_and(Value::is_string) {
        return 0..=1;
    }
    1..=1
}
