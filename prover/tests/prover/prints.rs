//! A program's prints are events, whatever they look like.

use crate::fixtures::{dry_run, executable, input};

fn print(lines: u32) -> (String, bool) {
    let (program, values) = (executable("prints"), input(&format!("7,{lines}")));
    let printed = dry_run(&program, &values, &["--calldata", "raw"]).done();
    assert_eq!(printed.answer["output"][0], "0x7");
    let prints = printed
        .events
        .iter()
        .filter(|event| event["event"] == "print");
    let cut = prints.clone().any(|event| event["truncated"] == true);
    (
        prints
            .map(|event| event["text"].as_str().unwrap())
            .collect(),
        cut,
    )
}

#[test]
fn prints_cannot_forge_an_answer_or_move_the_cursor() {
    let (printed, cut) = print(2);
    assert_eq!(
        printed,
        "{\"valid\":true}\nline 0 \\x1b[2J 7\nline 1 \\x1b[2J 7\n"
    );
    assert!(!cut);
}

#[test]
fn prints_are_bounded() {
    let (printed, cut) = print(5000);
    assert!(cut);
    assert_eq!(printed.len(), 64 << 10);
}
