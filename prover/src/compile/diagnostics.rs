//! The compiler's diagnostics: its own text, and the same taken apart for programs.

use serde_json::{json, Value};

use super::database::NOWHERE;

/// The most text of the compiler's that is passed on.
const MAX_TEXT: usize = 64 << 10;
/// The most diagnostics that are passed on one by one.
const MAX_ENTRIES: usize = 500;

/// What the compiler said.
#[derive(Default)]
pub(super) struct Diagnostics {
    /// As the compiler prints it.
    pub text: String,
    entries: usize,
}

impl Diagnostics {
    /// Takes one; gives it taken apart unless there were too many before it.
    pub fn add(&mut self, severity: &str, code: Option<&str>, message: &str) -> Option<Value> {
        let message = relative(message);
        if self.text.len() < MAX_TEXT {
            let code = code.map_or(String::new(), |code| format!("[{code}]"));
            self.text.push_str(&format!("{severity}{code}: {message}"));
        }
        self.entries += 1;
        (self.entries <= MAX_ENTRIES).then(|| parts(severity, code, &message))
    }
}

/// The sources' places are given relative to the package, as its author knows them.
pub(super) fn relative(text: &str) -> String {
    text.replace(&format!("{NOWHERE}/"), "")
}

/// The compiler gives the message, then a line with the place, then the source's own lines.
fn parts(severity: &str, code: Option<&str>, message: &str) -> Value {
    let (what, after) = message.split_once("\n --> ").unwrap_or((message, ""));
    let mut place = after.lines().next().unwrap_or_default().splitn(3, ':');
    let file = place.next().filter(|file| !file.is_empty());
    let line: Option<u64> = place.next().and_then(|line| line.parse().ok());
    // A place over several lines goes on with a dash.
    let column = place.next().and_then(|rest| rest.split('-').next());
    let column: Option<u64> = column.and_then(|column| column.parse().ok());
    json!({
        "event": "diagnostic",
        "severity": severity,
        "code": code,
        "message": what.trim_end(),
        "file": file,
        "line": line,
        "column": column,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_a_diagnostic_apart() {
        let mut all = Diagnostics::default();
        let mut add = |message: &str| all.add("error", Some("E0006"), message).unwrap();
        let one = add("No such thing.\n --> /dev/null/probe/src/lib.cairo:2:24\nfn f()\n   ^\n\n");
        assert_eq!(
            one,
            json!({ "event": "diagnostic", "severity": "error", "code": "E0006", "message": "No such thing.",
                "file": "probe/src/lib.cairo", "line": 2, "column": 24 })
        );
        let long = add("Two\nlines.\n --> /dev/null/p/src/a.cairo:3:1-5:2\n");
        assert_eq!(
            (&long["message"], &long["column"]),
            (&json!("Two\nlines."), &json!(1))
        );
        let nowhere = add("No place at all");
        assert_eq!(
            (&nowhere["file"], &nowhere["line"]),
            (&json!(null), &json!(null))
        );
        assert!(all
            .text
            .starts_with("error[E0006]: No such thing.\n --> probe/src/lib.cairo:2:24\n"));
    }

    #[test]
    fn is_bounded() {
        let mut all = Diagnostics::default();
        let told = (0..1000).filter(|_| all.add("warning", None, &"x".repeat(1000)).is_some());
        assert_eq!(told.count(), MAX_ENTRIES);
        assert!(all.text.len() < MAX_TEXT + 1100);
    }
}
