//! Which commands are confined, and to what.

use serde_json::json;

use crate::binary::run;
use crate::fixtures::{executable, input, proof, scratch, text, write, INPUT};

#[test]
#[cfg(target_os = "linux")]
fn whoever_only_reads_is_confined_too() {
    let (proof, program, values) = (proof("sums", INPUT), executable("sums"), input(INPUT));
    let (proof, program, values) = (text(&proof), text(&program), text(&values));
    let folder = scratch();
    let item = json!({ "id": "1", "proof": proof, "executable": program, "input": values });
    let list = write(folder.path(), "list", format!("{item}\n"));
    let lines: [&[&str]; 6] = [
        &["commit", "--input", values],
        &["inspect", "--executable", program],
        &["inspect", "--proof", proof],
        &[
            "verify",
            "--proof",
            proof,
            "--executable",
            program,
            "--input",
            values,
        ],
        &["verify", "--many", text(&list)],
        &["verify", "--many", text(&list), "--threads", "200"],
    ];
    for line in lines {
        let ran = run([&["--log-level", "info"][..], line].concat()).done();
        let told = "confined resources=true system_calls=true";
        assert!(ran.stderr.contains(told), "{line:?}: {}", ran.stderr);
    }
}
