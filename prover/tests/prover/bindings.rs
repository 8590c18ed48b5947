//! The three ways in which an output names its input, through the real binary.

use crate::binary::{run, Run};
use crate::fixtures::{executable, input, proof, text, INPUT};

fn verify(program: &str, values: &str, binding: &str) -> Run {
    let (proof, executable, input) = (proof(program, INPUT), executable(program), input(values));
    run([
        "verify",
        "--proof",
        text(&proof),
        "--executable",
        text(&executable),
        "--input",
        text(&input),
        "--binding",
        binding,
    ])
}

#[test]
fn poseidon_binds() {
    assert_eq!(
        verify("sums", INPUT, "poseidon").done().answer["bound"],
        true
    );
    assert_eq!(
        verify("sums", "1,2", "poseidon").text("reason"),
        "WRONG_INPUT"
    );
    assert_eq!(
        verify("sums", "1,2,3,0", "poseidon").text("reason"),
        "WRONG_INPUT"
    );
}

#[test]
fn echo_binds() {
    assert_eq!(verify("echoes", INPUT, "echo").done().answer["bound"], true);
    for values in ["1,2", "1,2,3,3", "", "1,2,4", "3,1,2,3"] {
        let refused = verify("echoes", values, "echo");
        assert_eq!(
            (refused.code, refused.text("reason")),
            (Some(1), "WRONG_INPUT"),
            "{values}"
        );
    }
}

#[test]
fn none_says_that_it_does_not_bind() {
    let accepted = verify("sums", "9,9,9", "none").done();
    assert_eq!(
        (&accepted.answer["bound"], accepted.text("binding")),
        (&false.into(), "none")
    );
}

#[test]
fn one_binding_is_not_another() {
    assert_eq!(verify("sums", INPUT, "echo").text("reason"), "WRONG_INPUT");
    assert_eq!(
        verify("echoes", INPUT, "poseidon").text("reason"),
        "WRONG_INPUT"
    );
}
