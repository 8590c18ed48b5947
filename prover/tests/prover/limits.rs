//! Limits and signals: the exit code, the line, and nothing left behind.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::binary::run;
use crate::fixtures::{dry_run, executable, input, scratch, text, write, INPUT};

#[test]
fn steps() {
    let (program, values) = (executable("loops"), input("3"));
    let failed = dry_run(&program, &values, &["--max-steps", "10000"]).failed("STEP_LIMIT", 3);
    assert_eq!(failed.answer["error"]["limit"], 10_000);
}

#[test]
fn exactly_enough_steps_are_enough() {
    let (program, values) = (executable("sums"), input(INPUT));
    let execute = |max_steps: u64| {
        let max_steps = max_steps.to_string();
        dry_run(&program, &values, &["--max-steps", &max_steps])
    };
    let steps = execute(100_000).done().answer["steps"].as_u64().unwrap();
    // The last of them is the jump to itself at the end, which is not counted against the limit.
    execute(steps - 1).done();
    execute(steps - 2).failed("STEP_LIMIT", 3);
}

#[test]
fn time() {
    let (program, values) = (executable("loops"), input("3"));
    let started = Instant::now();
    let failed = dry_run(
        &program,
        &values,
        &["--timeout", "1", "--max-steps", "1000000000"],
    )
    .failed("TIME_LIMIT", 3);
    assert_eq!(failed.answer["error"]["limit"], 1);
    assert!(started.elapsed() < Duration::from_secs(10));
}

#[test]
fn memory_while_running() {
    let (program, values) = (executable("loops"), input("3"));
    let limit = (256u64 << 20).to_string();
    let failed = dry_run(
        &program,
        &values,
        &["--max-memory", &limit, "--max-steps", "1000000000"],
    )
    .failed("MEMORY_LIMIT", 3);
    assert_eq!(failed.answer["error"]["limit"], 256 << 20);
}

#[test]
fn too_much_output() {
    let values: String = "1\n".repeat((1 << 16) + 1);
    let folder = scratch();
    let (program, values) = (
        executable("echoes"),
        write(folder.path(), "long.csv", values),
    );
    let failed = dry_run(&program, &values, &[]).failed("OUTPUT_TOO_LARGE", 3);
    assert_eq!(failed.answer["error"]["limit"], 1 << 16);
}

fn kill(process: u32, signal: &str) {
    let killed = Command::new("kill")
        .args([signal, &process.to_string()])
        .status()
        .unwrap();
    assert!(killed.success());
}

#[test]
fn nobody_is_left_when_the_parent_dies() {
    let (program, values) = (executable("loops"), input("3"));
    let prover = env!("CARGO_BIN_EXE_cairn-prover");
    // A shell that starts the prover, tells its id, and waits to be killed.
    let script = format!(
        "'{prover}' --die-with-parent execute --executable '{}' --input '{}' --no-output --max-steps 10000000000 & echo $!; wait",
        text(&program), text(&values)
    );
    let mut shell = Command::new("sh")
        .args(["-c", &script])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = std::io::BufRead::lines(std::io::BufReader::new(shell.stdout.take().unwrap()));
    let prover: u32 = lines.next().unwrap().unwrap().trim().parse().unwrap();
    assert!(lines.any(|line| line.unwrap().contains("\"execute\"")));
    kill(prover, "-STOP");
    kill(shell.id(), "-KILL");
    shell.wait().unwrap();
    let gone = || !std::path::Path::new(&format!("/proc/{prover}")).exists() || is_zombie(prover);
    let deadline = Instant::now() + Duration::from_secs(2);
    while !gone() {
        assert!(Instant::now() < deadline, "it lives on");
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// The prover starts when its parent is gone already: whoever is its parent then is no reason to live on.
#[test]
fn a_prover_whose_parent_died_before_it_began_ends_at_once() {
    let folder = scratch();
    let (values, ended) = (input(INPUT), folder.path().join("ended"));
    let prover = env!("CARGO_BIN_EXE_cairn-prover");
    // A shell that ends at once, and what it leaves behind: that waits for its end, and starts the prover by its id.
    let script = format!(
        "(while kill -0 $$ 2>/dev/null; do sleep 0.01; done; \
         '{prover}' --die-with-parent=$$ commit --input '{}' >'{folder}/said'; echo $? >'{folder}/code'; mv '{folder}/code' '{}') &",
        text(&values),
        text(&ended),
        folder = text(folder.path()),
    );
    assert!(Command::new("sh")
        .args(["-c", &script])
        .status()
        .unwrap()
        .success());
    let deadline = Instant::now() + Duration::from_secs(20);
    while !ended.exists() {
        assert!(Instant::now() < deadline, "it never ended");
        std::thread::sleep(Duration::from_millis(10));
    }
    assert_eq!(std::fs::read_to_string(&ended).unwrap().trim(), "130");
    assert_eq!(
        std::fs::read_to_string(folder.path().join("said")).unwrap(),
        ""
    );
}

#[test]
fn a_prover_lives_with_the_parent_that_it_is_told() {
    let values = input(INPUT);
    let with = |parent: &str| run([parent, "commit", "--input", text(&values)]);
    with(&format!("--die-with-parent={}", std::process::id())).done();
    with("--die-with-parent").done();
    for parent in ["--die-with-parent=0", "--die-with-parent=me"] {
        with(parent).failed("USAGE", 2);
    }
}

/// Whether it has ended, and nobody has taken note of it.
pub fn is_zombie(process: u32) -> bool {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    stat.rsplit(')')
        .next()
        .is_some_and(|rest| rest.trim_start().starts_with('Z'))
}
