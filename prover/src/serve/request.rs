//! The lines that a worker reads: jobs, and which of them to cancel.

use std::io::BufRead;

use serde::Deserialize;
use serde_json::Value;

use super::queue::{Job, Queue, CANCELLED};
use crate::answer::{job, stdout};
use crate::commands::{job_names, parse_job, settled};
use crate::failure::{Code, Failure, Outcome};
use crate::files::{Line, MAX_LINE};

#[derive(Deserialize)]
#[serde(untagged)]
enum Request {
    Job(JobRequest),
    Cancel(CancelRequest),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct JobRequest {
    job: String,
    command: String,
    arguments: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CancelRequest {
    cancel: String,
}

/// Hands every line on until there are no more; what is no request is answered at once.
pub(super) fn read_all(lines: &mut dyn BufRead, queue: &Queue) {
    // A stream that breaks has ended.
    while let Ok(Some(line)) = Line::next(lines) {
        match line {
            Line::Whole(bytes) => take(&bytes, queue),
            Line::TooLong => refuse(
                None,
                no_request(&format!("it has more than {MAX_LINE} bytes")),
            ),
        }
    }
    queue.end();
}

fn take(line: &[u8], queue: &Queue) {
    match serde_json::from_slice::<Request>(line) {
        Ok(Request::Cancel(CancelRequest { cancel })) => {
            if queue.cancel(&cancel) {
                let mut line = settled(Err(cancelled()));
                line["exitCode"] = CANCELLED.into();
                answer(Some(&cancel), line);
            }
        }
        Ok(Request::Job(request)) => {
            let name = request.job.clone();
            if let Err(failure) = job_of(request).and_then(|job| queue.add(job)) {
                refuse(Some(&name), failure);
            }
        }
        Err(_) => refuse(name_of(line).as_deref(), no_request(&why_none(line))),
    }
}

fn job_of(request: JobRequest) -> Outcome<Job> {
    let JobRequest {
        job: name,
        command,
        arguments,
    } = request;
    if !job::is_name(&name) {
        let why = format!(
            "its job has to be named by 1 to {} letters, digits, `-`, `_`, `.` or `:`",
            job::MAX_NAME
        );
        return Err(no_request(&why));
    }
    // A child could not be told it.
    if arguments.iter().any(|argument| argument.contains('\0')) {
        return Err(no_request(
            "an argument has a NUL byte, as no command line can",
        ));
    }
    let parsed = parse_job(&command, &arguments)?;
    if let Some(why) = parsed.why_no_job() {
        return Err(no_request(why));
    }
    let line = [vec![command], arguments].concat();
    Ok(Job {
        name,
        command: parsed,
        line,
    })
}

/// Why a line is neither a job nor a cancellation.
fn why_none(line: &[u8]) -> String {
    let wrong = match serde_json::from_slice::<Value>(line) {
        Err(error) => format!("it is no JSON ({error})"),
        Ok(value) if !value.is_object() => "it is no JSON object".into(),
        Ok(value) if value.get("cancel").is_some() => wrong_in::<CancelRequest>(line),
        Ok(_) => wrong_in::<JobRequest>(line),
    };
    format!(
        "{wrong}; expected {{\"job\":\"NAME\",\"command\":\"…\",\"arguments\":[\"…\"]}} with one of {}, or {{\"cancel\":\"NAME\"}}",
        job_names()
    )
}

/// What stands in the way of reading a line as this. It may quote what the line has: the start of it is enough.
fn wrong_in<'a, R: Deserialize<'a>>(line: &'a [u8]) -> String {
    let why = serde_json::from_slice::<R>(line).err();
    let why = why.map_or_else(String::new, |error| error.to_string());
    why.chars().take(200).flat_map(char::escape_debug).collect()
}

fn name_of(line: &[u8]) -> Option<String> {
    let value: Value = serde_json::from_slice(line).ok()?;
    Some(value.get("job")?.as_str()?.to_owned())
}

fn no_request(why: &str) -> Failure {
    let help = "See \"Workers\" in PROTOCOL.md.";
    Failure::new(Code::Usage, format!("A line is no job: {why}."), help)
}

/// What became of a job that was taken back.
pub(super) fn cancelled() -> Failure {
    let help = "Start it again when you want its result; nothing half-written was left.";
    Failure::new(Code::Cancelled, "Cancelled before it was done.", help)
}

fn refuse(name: Option<&str>, failure: Failure) {
    answer(name, settled(Err(failure)));
}

fn answer(name: Option<&str>, mut line: Value) {
    line["event"] = "answer".into();
    line["job"] = name.into();
    stdout::write_line_apart(&line);
}
