//! The benchmarks' measuring helper and its program: neither is left behind. A process of its own measures, and is ended:
//! this test program once more.

use std::path::Path;
use std::process::{Child, Command};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::fixtures::scratch;
use crate::limits::is_zombie;

#[path = "../../examples/measure/program.rs"]
mod program;

/// Names the file to the child that its program writes its id to.
const FILE: &str = "CAIRN_TEST_MEASURING_FILE";

#[test]
#[ignore = "the other tests start it"]
fn the_child() {
    let Some(file) = std::env::var_os(FILE) else {
        return;
    };
    // Renamed, so that whoever finds it finds all of it.
    let script = "echo $$ > \"$0.part\"; mv \"$0.part\" \"$0\"; exec sleep 60";
    let arguments = ["-c".into(), script.into(), file];
    let (status, _) = program::run(&"sh".into(), arguments.into_iter()).unwrap();
    assert!(!status.success(), "nothing ended it");
}

/// Starts a child that measures, and waits for its program.
fn measuring(folder: &Path) -> (Child, u32) {
    let file = folder.join("id");
    let child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "measuring::the_child", "--ignored"])
        .env(FILE, &file)
        .spawn()
        .unwrap();
    until(|| file.exists());
    let program = std::fs::read_to_string(file).unwrap().trim().parse();
    (child, program.unwrap())
}

fn is_there(process: u32) -> bool {
    Path::new(&format!("/proc/{process}")).exists()
}

fn until(is_so: impl Fn() -> bool) {
    let began = Instant::now();
    while !is_so() {
        assert!(began.elapsed() < Duration::from_secs(20), "never");
        sleep(Duration::from_millis(5));
    }
}

#[test]
fn whatever_ends_the_measuring_ends_its_program() {
    for signal in [libc::SIGTERM, libc::SIGINT, libc::SIGKILL] {
        let folder = scratch();
        let (mut child, program) = measuring(folder.path());
        // SAFETY: a call without pointers; the child is not yet waited for, so its id is its own.
        assert_eq!(unsafe { libc::kill(child.id() as libc::pid_t, signal) }, 0);
        child.wait().unwrap();
        until(|| !is_there(program) || is_zombie(program));
    }
}
